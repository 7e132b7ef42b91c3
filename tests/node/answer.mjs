// One question on standard input, one answer on standard output, both JSON.
import { text } from 'node:stream/consumers';

export async function answer(reply) {
  const asked = JSON.parse(await text(process.stdin));
  process.stdout.write(JSON.stringify(await reply(asked)));
}
