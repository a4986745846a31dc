// A registry that asks one question of many targets, and what `promptctl eval` makes of the answers.

import {execFile} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';

export const promptctl = process.env.PROMPTCTL ?? 'promptctl';

// `providers`: an entry of promptctl.yaml by name; `models`: what each is asked for; `questions`: a text by case.
export async function evaluated(root, {providers, models = {}, questions, system, stream, environment = {}}) {
  await mkdir(join(root, 'prompts'), {recursive: true});
  await mkdir(join(root, 'golden/s'), {recursive: true});
  await writeFile(join(root, 'promptctl.yaml'), JSON.stringify({format: 1, providers}));
  await writeFile(
      join(root, 'prompts/p.prompt'),
      `---\ninput: {schema: {q: string}}\npromptctl.stream: ${stream}\n---\n{{role "system"}}${
          system}{{role "user"}}{{q}}\n`,
  );
  const targets = Object.keys(providers).map((name) => `${name}/${models[name] ?? 'm'}`);
  await writeFile(
      join(root, 'golden/s/suite.yaml'),
      `prompt: p\ntargets: [${targets.join(', ')}]\ncases: c.jsonl\nassert: [{type: regex, value: .}]\n`,
  );
  const cases = Object.entries(questions).map(([id, q]) => JSON.stringify({id, vars: {q}}));
  await writeFile(join(root, 'golden/s/c.jsonl'), cases.join('\n') + '\n');
  const {stdout} = await promisify(execFile)(promptctl, ['-C', root, 'eval', '--no-cache', '--format', 'json'], {
                     maxBuffer: 1 << 26,
                     env: {...process.env, ...environment},
                   }).catch((error) => error);  // Cases that fail are for the caller to see.
  const results = new Map();
  for (const run of [JSON.parse(stdout)].flat().flatMap((all) => all.runs ?? [all]))
    for (const one of run.results)
      results.set(`${one.target.split('/')[0]} ${one.case}`, one);
  return results;
}
