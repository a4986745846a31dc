# A program of one's own answers: the request is JSON on its standard input, and so is the answer on its output.
-- promptctl.yaml
format: 1
providers:
  mine: {type: exec, command: [/bin/sh, models/answer.sh], environment: [PLACE], retries: 0}
-- models/answer.sh
question=$(cat)
case "$question" in
  *Peru*) printf '{"text": "Lima", "thoughts": "It is by the sea.", "model": "sh", "usage": {"input_tokens": 9, "output_tokens": 1}}' ;;
  *Chad*) echo "no idea" >&2; exit 3 ;;
  *) printf '{"text": "%s"}' "$(printf %s "$question" | grep -o 'temperature":0.5' | tr -d '"')" ;;
esac
-- prompts/capital.prompt
---
model: mine/any
config: {temperature: 0.5}
input: {schema: {country: string}}
---
What is the capital of {{country}}?
-- golden/capital/suite.yaml
prompt: capital
cases: cases.jsonl
errors: {tolerate: 100%}
assert:
  - {type: equals, value: "{{expected}}"}
-- golden/capital/cases.jsonl
{"id": "peru", "vars": {"country": "Peru"}, "expected": "Quito"}
{"id": "chad", "vars": {"country": "Chad"}, "expected": "N'Djamena"}
{"id": "mali", "vars": {"country": "Mali"}, "expected": "Bamako"}
$ promptctl lint
no errors in 1 prompt, 1 suite and 3 cases
[exit 0]
$ promptctl eval --no-cache
REJECTED  capital on capital: 2 cases failed

  cases      3: 0 passed, 2 failed, 1 error
  pass rate  0.0%, 95% interval 0.0% to 65.8%
  score      0.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms
  tokens     9 in, 1 out
  cost       unknown: no price or no usage for mine/any; 1 attempt gave no
             answer and may be charged for
  model      mine/any
  run        20260102-030405-89025cc1
  signature  dataset:5b559981 cases:3 repeats:1 reducer:pass^k prompt:a0f40898
             suite:718773b4 promptctl:0.1.0

  FAILED  peru  score 0.000
    ✗ equals: expected "Quito", not "Lima"
    thought It is by the sea.
    reply Lima

  FAILED  mali  score 0.000
    ✗ equals: expected "Bamako", not "temperature:0.5"
    reply temperature:0.5

  ERROR  chad
    bad-response: the program ended with exit code 3: no idea
[exit 1]
-- promptctl.yaml
format: 1
providers:
  mine: {type: exec, environment: ["A=b"], base_url: "https://h", api_key: "${K}"}
$ promptctl lint
promptctl.yaml:3:9: error[missing-key]: `command` is missing
      mine: {type: exec, environment: ["A=b"], …
            ^
promptctl.yaml:3:35: error[bad-environment]: `A=b` is no name of a variable
      mine: {type: exec, environment: ["A=b"], base_url: "https://h", api…
                                      ^
  hint: its value comes from the environment: write the name alone
promptctl.yaml:3:44: error[unknown-key]: unknown key `base_url`
    … {type: exec, environment: ["A=b"], base_url: "https://h", api_key: "${…
                                         ^
  hint: known keys: type, command, environment, concurrency, retries, give_up_after, timeouts, limits, finish_reasons, omit, think_tags, schemas, max_data_class
promptctl.yaml:3:67: error[unknown-key]: unknown key `api_key`
    …nt: ["A=b"], base_url: "https://h", api_key: "${K}"}
                                         ^
  hint: known keys: type, command, environment, concurrency, retries, give_up_after, timeouts, limits, finish_reasons, omit, think_tags, schemas, max_data_class
4 errors, 0 warnings
[exit 1]
