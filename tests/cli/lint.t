# A clean registry says how much it looked at.
-- prompts/greet.prompt
---
model: openai/m
input: {schema: {name: string}}
---
Hello {{name}}
-- golden/greet/suite.yaml
prompt: greet
cases: cases.jsonl
assert: [{type: contains, value: "{{name}}"}]
-- golden/greet/cases.jsonl
{"id": "a", "vars": {"name": "Ada"}}
$ promptctl lint
no errors in 1 prompt, 1 suite and 1 case
[exit 0]
# Every fault of every file is reported in one run, in the order of their places.
-- promptctl.yaml
format: 2
defualts: {target: openai/m}
providers:
  openai:
    type: opnai
    api_key: sk-123456
    timeouts: {connect: 10}
  other: {type: openai, api_key: '${A:-sk-1}', base_url: 'http://me:pw@h', headers: {X-Auth: pw2}, retries: many}
  third: {type: openai}
environments:
  staging: {aftr: x}
  production: {after: stagin, gate: {rules: [{metric: pass_rate}, {metric: cost, at_most: lots}]}}
-- prompts/greet.prompt
---
model: gpt-4o
config: {temprature: 0.2, topP: 3}
input:
  schema: {name: string, unused: string}
promptctl.dataClass: secret
---
Hello {{nmae}}
{{#if name}}
-- golden/greet/suite.yaml
prompt: greeet
cases: cases.jsonl
asert:
  - {type: contains, value: x}
errors: {tolerate: 5}
-- golden/other/suite.yaml
prompt: greet
cases: nowhere.jsonl
assert:
  - {type: containz, value: x}
  - {type: regex, value: "("}
  - {type: regex, value: "yes|"}
  - {type: regex, value: "^(?!.*no)"}
$ promptctl lint
golden/greet/cases.jsonl:1:1: error[no-assertions]: nothing judges the case `a`
    {"id": "a", "vars": {"name": "Ada"}}
    ^
  hint: give the suite or the case an `assert`
golden/greet/suite.yaml:1:9: error[unknown-prompt]: there is no prompt `greeet`
    prompt: greeet
            ^
  hint: did you mean `greet`?
golden/greet/suite.yaml:3:1: error[unknown-key]: unknown key `asert`
    asert:
    ^
  hint: did you mean `assert`?
golden/greet/suite.yaml:5:20: error[bad-share]: `tolerate` must be a share from 0% to 100%
    errors: {tolerate: 5}
                       ^
  hint: write a number and a percent sign: 2%
golden/other/suite.yaml:2:8: error[missing-file]: there is no file `golden/other/nowhere.jsonl`
    cases: nowhere.jsonl
           ^
golden/other/suite.yaml:4:12: error[unknown-assertion]: there is no assertion `containz`
      - {type: containz, value: x}
               ^
  hint: did you mean `contains`?
golden/other/suite.yaml:5:26: error[bad-regex]: bad pattern `(`: missing closing parenthesis at byte 1
      - {type: regex, value: "("}
                             ^
golden/other/suite.yaml:6:26: warning[says-nothing]: the pattern `yes|` is found in every reply
      - {type: regex, value: "yes|"}
                             ^
  hint: it also matches an empty text: look for a `|`, `*` or `?` too many
promptctl.yaml:1:9: error[unknown-format]: this promptctl reads `format: 1`
    format: 2
            ^
  hint: a newer file needs a newer promptctl
promptctl.yaml:2:1: error[unknown-key]: unknown key `defualts`
    defualts: {target: openai/m}
    ^
  hint: did you mean `defaults`?
promptctl.yaml:5:11: error[unknown-choice]: `type` can't be `opnai`
        type: opnai
              ^
  hint: did you mean `openai`?
promptctl.yaml:6:14: error[secret-in-file]: `api_key` must name an environment variable, not hold the secret itself
        api_key: xxxxxxxxx
                 ^
  hint: write ${NAME}, and if this secret was ever committed, revoke it
promptctl.yaml:7:25: error[bad-duration]: `connect` must be a duration
        timeouts: {connect: 10}
                            ^
  hint: write a number and a unit: 500ms, 3s, 10m, 24h or 7d
promptctl.yaml:8:34: error[secret-in-file]: `api_key` must name an environment variable, not hold the secret itself
      other: {type: openai, api_key: 'xxxxxxxxxx', base_url: 'http://xxx…
                                     ^
  hint: write ${NAME}, and if this secret was ever committed, revoke it
promptctl.yaml:8:58: error[secret-in-file]: `base_url` must name an environment variable, not hold the secret itself
    …i, api_key: 'xxxxxxxxxx', base_url: 'http://xxxxx@h', headers: {X-Auth:…
                                         ^
  hint: write ${NAME}, and if this secret was ever committed, revoke it
promptctl.yaml:8:94: error[secret-in-file]: `X-Auth` must name an environment variable, not hold the secret itself
    …'http://xxxxx@h', headers: {X-Auth: xxx}, retries: many}
                                         ^
  hint: write ${NAME}, and if this secret was ever committed, revoke it
promptctl.yaml:8:109: error[wrong-kind]: `retries` must be a number, not text
    …', headers: {X-Auth: xxx}, retries: many}
                                         ^
promptctl.yaml:9:10: error[missing-key]: `base_url` is missing
      third: {type: openai}
             ^
promptctl.yaml:11:13: error[unknown-key]: unknown key `aftr`
      staging: {aftr: x}
                ^
  hint: did you mean `after`?
promptctl.yaml:12:23: error[unknown-environment]: no environment `stagin` before `production`
      production: {after: stagin, gate: {rules: [{metric: pas…
                          ^
  hint: did you mean `staging`?
promptctl.yaml:12:46: error[bad-bound]: the rule bounds nothing
    …ion: {after: stagin, gate: {rules: [{metric: pass_rate}, {metric: cost,…
                                         ^
  hint: add one of: at_least, at_most, not_worse_by, flips
promptctl.yaml:12:91: error[bad-bound]: `at_most` of cost is no bound
    …pass_rate}, {metric: cost, at_most: lots}]}}
                                         ^
  hint: write a share: 2%
prompts/greet.prompt:2:8: error[bad-target]: `gpt-4o` names no provider
    model: gpt-4o
           ^
  hint: write provider/model: openai/gpt-4o-mini
prompts/greet.prompt:3:10: error[unknown-key]: unknown key `temprature`
    config: {temprature: 0.2, topP: 3}
             ^
  hint: did you mean `temperature`?
prompts/greet.prompt:3:33: error[out-of-range]: `topP` must be from 0 to 1
    config: {temprature: 0.2, topP: 3}
                                    ^
prompts/greet.prompt:6:22: error[unknown-choice]: `promptctl.dataClass` can't be `secret`
    promptctl.dataClass: secret
                         ^
  hint: one of: public, internal, confidential, restricted
prompts/greet.prompt:9:1: error[template-syntax]: `{{#if}}` is never closed
    {{#if name}}
    ^
  hint: close it with {{/if}}
26 errors, 1 warning
[exit 1]
# Nothing to look at is no success.
-- empty/promptctl.yaml
format: 1
$ promptctl -C empty lint
[stderr]
error[no-registry]: there is no prompt and no suite here
  hint: promptctl init makes a registry that works at once
[exit 2]
