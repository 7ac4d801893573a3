// Asks a living archive without a pause and prints each answer; run with the folder and the questions as arguments.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openArchive } from '../../dist/index.js';

const [corpusDir, ...questions] = process.argv.slice(2);
const archive = await openArchive({ corpusDir, watch: true });
const ending = new AbortController();
let weighing = Promise.resolve();

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** With nothing on its way: neither an answer nor a view that is being built. */
async function weigh() {
  while (process.stdout.writableLength > 0) await sleep(20);
  await sleep(1_500);
  for (let round = 0; round < 6; round += 1) {
    global.gc();
    await sleep(50);
  }
  const { heapUsed, external } = process.memoryUsage();
  print({ kind: 'memory', bytes: heapUsed + external });
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'weigh') weighing = weigh();
  })
  .on('close', () => ending.abort());

for (let count = 0; !ending.signal.aborted; count += 1) {
  await weighing;
  const asked = Date.now();
  try {
    const answer = await archive.ask(questions[count % questions.length], { limit: 10 });
    const citations = answer.citations.map(({ file, start, end, text }) => ({
      file,
      start,
      end,
      text,
    }));
    print({ kind: 'answer', asked, articles: answer.searched.articles, citations });
  } catch (error) {
    print({ kind: 'failed', message: String(error) });
  }
  await sleep(4);
}
archive.close();
