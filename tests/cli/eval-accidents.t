# What must not pass by accident.
-- promptctl.yaml
format: 1
providers: {local: {type: openai, base_url: "${MOCK_URL}", retries: 0}}
prices: {local/m: {input: 1, output: 1}}
-- prompts/p.prompt
---
model: local/m
config: {maxOutputTokens: 100}
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.yaml
assert: [{type: not-contains, value: sorry}]
-- golden/s/cases.yaml
- {id: a, vars: {q: one}}
-- mock.yaml
rules: [{reply: ""}]
$ mock mock.yaml
# An empty reply does not pass by holding nothing that is forbidden.
$ promptctl eval --no-cache
REJECTED  p on s: 1 case failed

  cases      1: 0 passed, 1 failed, 0 errors
  pass rate  0.0%, 95% interval 0.0% to 79.3%
  score      0.000, 95% interval 0.000 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms
  tokens     1 in, 0 out
  cost       $0.00000100
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:9403b2ec cases:1 repeats:1 reducer:pass^k prompt:e4360089
             suite:9c0597c6 promptctl:0.1.0

  FAILED  a  score 0.000
    ✗ not-contains: the reply is empty, which no required assertion asks for
    reply (empty)
[exit 1]
# A suite that can't be read is not left out of what judges a prompt.
-- golden/broken/suite.yaml
prompt:
asserts: []
$ promptctl eval p
[stderr]
golden/broken/suite.yaml:1:1: error[wrong-kind]: `prompt` must be text, not null
    prompt:
    ^
golden/broken/suite.yaml:1:1: error[missing-key]: `cases` is missing
    prompt:
    ^
golden/broken/suite.yaml:2:1: error[unknown-key]: unknown key `asserts`
    asserts: []
    ^
  hint: did you mean `assert`?
3 errors, 0 warnings
[exit 1]
-- golden/broken/suite.yaml
prompt: p
cases: ../s/cases.yaml
assert: [{type: contains, value: x, required: false}]
$ promptctl eval --suite broken
[stderr]
golden/s/cases.yaml:1:3: error[no-assertions]: no assertion is required of the case `a`
    - {id: a, vars: {q: one}}
      ^
  hint: leave one `required`, or give the case a `threshold` above 0
1 error, 0 warnings
[exit 1]
# A suite or a model that is named twice is run once.
-- golden/broken/suite.yaml
prompt: p
cases: ../s/cases.yaml
budget: {max_cost: 0.001 USD}
assert: [{type: contains, value: x}, {type: cost, threshold: 1 USD}]
-- mock.yaml
rules: [{reply: "x", usage: {input: 100, output: 10}}]
$ mock mock.yaml
$ promptctl eval --suite broken --suite broken --target local/m --target local/m --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","broken","a","local/m",1,passed,1,0,0,100,10,0.00011,false,"","x"
[exit 0]
# A budget holds a call back until those in flight have ended, and refuses what may pass it.
-- golden/s/cases.yaml
- {id: a, vars: {q: one}}
- {id: b, vars: {q: two}}
- {id: c, vars: {q: three}}
- {id: d, vars: {q: four}}
-- golden/broken/suite.yaml
prompt: p
cases: ../s/cases.yaml
budget: {max_cost: 0.0004 USD}
assert: [{type: contains, value: x}]
$ promptctl eval --suite broken --no-cache -j 4
NO VERDICT  p on broken: 1 of 4 cases without a verdict, 0% tolerated

  cases      4: 3 passed, 0 failed, 1 error
  pass rate  100.0%, 95% interval 43.9% to 100.0%
  score      1.000, 95% interval 0.245 to 1.000
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     300 in, 30 out
  cost       $0.000330
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:ab325119 cases:4 repeats:1 reducer:pass^k prompt:e4360089
             suite:d2c75720 promptctl:0.1.0

  ERROR  d
    over-budget: of the run's budget of $0.000400, $0.000330 is spent, and this
    call may cost more than the rest
[exit 2]
# Nothing is written over that is no cassette, and what contradicts itself is refused before anything is run.
$ promptctl eval --suite s --record prompts/p.prompt
[stderr]
prompts/p.prompt: error[not-a-cassette]: --record would write over what is no cassette: invalid number; expected digit after '-'
  hint: name another file, or mend this one
[exit 2]
$ promptctl eval --suite s -o a.json -o a.json
[stderr]
error[usage]: `-o a.json` is given twice
[exit 2]
$ promptctl eval --suite s -o a.pdf
[stderr]
error[usage]: `-o a.pdf` does not say in which form
  hint: add --format, or end the name in .json, .intoto.jsonl, .otel.jsonl, .jsonl, .csv, .xml, .html, .md, .prom or .txt
[exit 2]
$ promptctl eval --suite s -o prompts
[stderr]
error[usage]: `-o prompts` does not say in which form
  hint: add --format, or end the name in .json, .intoto.jsonl, .otel.jsonl, .jsonl, .csv, .xml, .html, .md, .prom or .txt
[exit 2]
$ promptctl eval --suite s --json --format csv
[stderr]
error[usage]: --json and --format csv contradict each other
  hint: leave one out
[exit 2]
$ promptctl eval -j 4294967296
[stderr]
error[usage]: `-j,--jobs` must be a whole number from 1 to 4096, not `4294967296`
  hint: see promptctl eval --help
[exit 2]
$ promptctl eval --repeat 1001
[stderr]
error[usage]: `--repeat` must be a whole number from 1 to 1000, not `1001`
  hint: see promptctl eval --help
[exit 2]
# A run is not resumed with settings that can't be read.
-- promptctl.yaml
format: 1
providers: [
$ promptctl eval --resume
[stderr]
promptctl.yaml:3:1: error[yaml-syntax]: end of sequence flow not found
1 error, 0 warnings
[exit 1]
$ promptctl render p --var q=x --request
[stderr]
promptctl.yaml:3:1: error[yaml-syntax]: end of sequence flow not found
1 error, 0 warnings
[exit 1]
