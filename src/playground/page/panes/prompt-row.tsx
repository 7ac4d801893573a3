import { usePage, useWorld } from '../use-page.js';

/** What the bot suggests to ask, in its direct messages. */
export function PromptRow({ channel }: { channel: string }) {
  const page = usePage();
  const { title, prompts } = useWorld((world) => world.prompts);
  if (prompts.length === 0) return null;
  return (
    <div class="prompts" role="group" aria-label={title || 'Suggestions'}>
      {title ? <p>{title}</p> : null}
      {prompts.map((prompt) => (
        <button
          key={prompt.title}
          type="button"
          class="prompt"
          data-testid="prompt"
          title={prompt.message}
          onClick={() => void page.say(channel, prompt.message)}
        >
          {prompt.title}
        </button>
      ))}
    </div>
  );
}
