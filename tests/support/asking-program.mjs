// Asks a living archive without a pause and prints each answer; run with the folder and the questions as arguments.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { openArchive } from '../../dist/index.js';

const [corpusDir, ...questions] = process.argv.slice(2);
const archive = await openArchive({ corpusDir, watch: true });
const ending = new AbortController();

function print(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function weigh() {
  for (let round = 0; round < 4; round += 1) {
    global.gc();
    await sleep(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  print({ kind: 'memory', bytes: heapUsed + external });
}

createInterface({ input: process.stdin })
  .on('line', (line) => line === 'weigh' && void weigh())
  .on('close', () => ending.abort());

for (let count = 0; !ending.signal.aborted; count += 1) {
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
