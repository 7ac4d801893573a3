import type { JSX } from 'preact';
import { Inline } from './inline.js';
import { parseMarkdown, type MarkdownPart } from './parse-markdown.js';
import type { Inline as Node } from './parse-mrkdwn.js';

type Nodes = Node[];

/** The text of a `markdown` block. */
export function Markdown({ text }: { text: string }) {
  return <Parts parts={parseMarkdown(text)} />;
}

function Parts({ parts }: { parts: MarkdownPart[] }) {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </>
  );
}

function Part({ part }: { part: MarkdownPart }): JSX.Element {
  switch (part.kind) {
    case 'heading':
      return (
        <p
          class={`md-heading md-heading-${part.level}`}
          role="heading"
          aria-level={Math.min(6, part.level + 1)}
        >
          <Inline nodes={part.children} />
        </p>
      );
    case 'paragraph':
      return (
        <p>
          <Inline nodes={part.children} />
        </p>
      );
    case 'list': {
      const List = part.ordered ? 'ol' : 'ul';
      return (
        <List {...(part.ordered ? { start: part.start } : {})}>
          {part.items.map((item, index) => (
            <li key={index} class={`indent-${item.depth}`}>
              <Inline nodes={item.children} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Parts parts={part.parts} />
        </blockquote>
      );
    case 'pre':
      return <pre>{part.text}</pre>;
    case 'rule':
      return <hr />;
  }
  return <Table head={part.head} rows={part.rows} />;
}

interface TableProps {
  head: Nodes[];
  rows: Nodes[][];
}

function Table({ head, rows }: TableProps) {
  return (
    <div class="table-frame" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                <Inline nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inline nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
