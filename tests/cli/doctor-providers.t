# Each model that is named is asked for a few tokens: what is wrong is said in a line, and what it cost.
-- promptctl.yaml
format: 1
defaults: {embedder: chat/e}
providers:
  chat: {type: openai, base_url: "${MOCK_URL}"}
  unset: {type: openai, base_url: "${MOCK_URL}", api_key: "${NO_SUCH_KEY}"}
  idle: {type: openai, base_url: "${MOCK_URL}"}
prices:
  chat/m: {input: 1, output: 2}
-- prompts/a.prompt
---
model: chat/m
config: {temperature: 0, maxOutputTokens: 500}
---
Secret instructions.
-- prompts/b.prompt
---
model: chat/unknown
---
Hi
-- prompts/c.prompt
---
model: azure/d
---
Hi
-- prompts/d.prompt
---
model: chat/topk
config: {topK: 5}
---
Hi
-- golden/a/suite.yaml
prompt: a
targets: [unset/m]
cases: cases.jsonl
assert: [{type: contains, value: a}]
-- golden/a/cases.jsonl
{"id": "c"}
-- mock.yaml
rules:
  - {when: {model: m}, reply: "ok"}
  - {when: {model: e}, reply: "ok"}
$ mock mock.yaml
$ promptctl doctor --providers
FAULT  provider    where `azure/d` is reached is not known
                   write its `base_url` and `api_key` under `providers: {azure:
                   …}` in promptctl.yaml
FAULT  provider    `topK` can't be sent to `chat/topk`
                   take it out, or write `omit: [topK]` for `chat` in
                   promptctl.yaml
ok     provider    chat/e: 64 numbers in 0ms, 6 tokens in, at an unknown price
ok     provider    chat/m: answered in 0ms, 6 tokens in, 1 out, $0.00000800
FAULT  provider    chat/unknown: invalid-request: HTTP 404: no rule of the
                   script fits this request
                   check the model's name and the `config` of its prompts
FAULT  provider    unset/m: authentication: the environment variable NO_SUCH_KEY
                   is not set
                   check the key: its `api_key` is ${NO_SUCH_KEY}
note   provider    idle: no prompt or suite names a model of it
                   it was not asked
[exit 1]
$ promptctl doctor --providers --json
{
  "format": "promptctl-doctor 1",
  "findings": [
    {
      "level": "FAULT",
      "subject": "provider",
      "message": "where `azure/d` is reached is not known",
      "remedy": "write its `base_url` and `api_key` under `providers: {azure: …}` in promptctl.yaml"
    },
    {
      "level": "FAULT",
      "subject": "provider",
      "message": "`topK` can't be sent to `chat/topk`",
      "remedy": "take it out, or write `omit: [topK]` for `chat` in promptctl.yaml"
    },
    {
      "level": "ok",
      "subject": "provider",
      "message": "chat/e: 64 numbers in 0ms, 6 tokens in, at an unknown price",
      "remedy": ""
    },
    {
      "level": "ok",
      "subject": "provider",
      "message": "chat/m: answered in 0ms, 6 tokens in, 1 out, $0.00000800",
      "remedy": ""
    },
    {
      "level": "FAULT",
      "subject": "provider",
      "message": "chat/unknown: invalid-request: HTTP 404: no rule of the script fits this request",
      "remedy": "check the model's name and the `config` of its prompts"
    },
    {
      "level": "FAULT",
      "subject": "provider",
      "message": "unset/m: authentication: the environment variable NO_SUCH_KEY is not set",
      "remedy": "check the key: its `api_key` is ${NO_SUCH_KEY}"
    },
    {
      "level": "note",
      "subject": "provider",
      "message": "idle: no prompt or suite names a model of it",
      "remedy": "it was not asked"
    }
  ]
}
[exit 1]
# What doesn't answer in time has a remedy that fits it: a program has no address.
-- slow/promptctl.yaml
format: 1
providers:
  slow: {type: exec, command: [/bin/sh, -c, sleep 9], timeouts: {total: 200ms}, retries: 0}
-- slow/prompts/hello.prompt
---
model: slow/any
---
Hello
$ git init -q -b main slow
$ promptctl -C slow doctor --providers
FAULT  provider    slow/any: timeout: the program did not end in time
                   run its program by hand, with a request on its standard input
[exit 1]
