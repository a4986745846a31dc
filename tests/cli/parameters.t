# What a prompt asks of its model is sent, or said to be impossible: it is never left out without a word.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1"}
-- prompts/p.prompt
---
model: local/m
config: {topK: 5, frequencyPenalty: 0.5, reasoningEffort: low, openai: {logit_bias: {"7": -100}, seed: 3}, seed: 4}
---
Hi
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- golden/p/cases.jsonl
{"id": "c"}
$ promptctl lint
prompts/p.prompt:3:16: error[unsupported-parameter]: `topK` can't be sent to `local/m`
    config: {topK: 5, frequencyPenalty: 0.5, reasoning…
                   ^
  hint: take it out, or write `omit: [topK]` for `local` in promptctl.yaml
prompts/p.prompt:3:72: error[unsupported-parameter]: `openai.seed` is decided by promptctl itself
    … 0.5, reasoningEffort: low, openai: {logit_bias: {"7": -100}, seed: 3},…
                                         ^
  hint: use the key of `config` for it, or take it out
2 errors, 0 warnings
[exit 1]
# What is left out on purpose is said in promptctl.yaml, where it is part of the run's conditions.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1", omit: [topK, top]}
$ promptctl lint
promptctl.yaml:3:67: error[unknown-choice]: `top` is no parameter of a prompt
    …rl: "https://127.0.0.1:1/v1", omit: [topK, top]}
                                         ^
  hint: one of: temperature, topP, topK, maxOutputTokens, seed, stopSequences, frequencyPenalty, presencePenalty, reasoningEffort, thinkingBudget, verbosity, serviceTier, output.format, output.schema
prompts/p.prompt:3:72: error[unsupported-parameter]: `openai.seed` is decided by promptctl itself
    … 0.5, reasoningEffort: low, openai: {logit_bias: {"7": -100}, seed: 3},…
                                         ^
  hint: use the key of `config` for it, or take it out
2 errors, 0 warnings
[exit 1]
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "https://127.0.0.1:1/v1", omit: [topK, seed]}
-- prompts/p.prompt
---
model: local/m
config: {topK: 5, frequencyPenalty: 0.5, reasoningEffort: low, openai: {logit_bias: {"7": -100}}, seed: 4}
---
Hi
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
$ promptctl render p --request
{
  "model": "m",
  "messages": [
    {
      "role": "user",
      "content": "Hi"
    }
  ],
  "frequency_penalty": 0.5,
  "reasoning_effort": "low",
  "stream": true,
  "stream_options": {
    "include_usage": true
  },
  "logit_bias": {
    "7": -100
  }
}
[exit 0]
# A parameter that no prompt has, and values that none takes.
-- prompts/p.prompt
---
model: local/m
config: {topk: 5, presencePenalty: 3, thinkingBudget: -1, openai: 3}
---
Hi
$ promptctl lint
prompts/p.prompt:3:10: error[unknown-key]: unknown key `topk`
    config: {topk: 5, presencePenalty: 3, thinkingBudget: -1, openai: 3}
             ^
  hint: did you mean `topK`?
prompts/p.prompt:3:36: error[out-of-range]: `presencePenalty` must be from -2 to 2
    config: {topk: 5, presencePenalty: 3, thinkingBudget: -1, openai: 3}
                                       ^
prompts/p.prompt:3:55: error[out-of-range]: `thinkingBudget` must be a whole number from 0 to 10000000
    config: {topk: 5, presencePenalty: 3, thinkingBudget: -1, openai: 3}
                                                          ^
prompts/p.prompt:3:67: error[wrong-kind]: `openai` must be a map, not a number
    config: {topk: 5, presencePenalty: 3, thinkingBudget: -1, openai: 3}
                                                                      ^
4 errors, 0 warnings
[exit 1]
