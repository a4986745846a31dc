# An error in promptctl.yaml ends every command that would ask a model or compare by it, before anything is sent.
$ mock
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
-- prompts/p.prompt
---
model: local/m
---
Say yes.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: yes}]
-- golden/s/cases.jsonl
{"id": "a"}
$ git init -q -b main
$ git add -A
$ git commit -qm first
-- prompts/p.prompt
---
model: local/m
---
Say no.
$ git commit -qam second
$ promptctl eval
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl diff p@git:HEAD~1 p --eval
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl bisect p --good git:HEAD~1 --bad git:HEAD
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl gate p --against p@git:HEAD~1 --eval
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl plan p --detect 5%
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl get p@git:HEAD
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl render p
[stderr]
promptctl.yaml:3:50: error[unknown-key]: unknown key `concurency`
      local: {type: openai, base_url: "${MOCK_URL}", concurency: 2}
                                                     ^
  hint: did you mean `concurrency`?
1 error, 0 warnings
[exit 1]
$ promptctl report
[stderr]
error[unknown-run]: no run is recorded here yet
  hint: promptctl eval records one
[exit 2]
