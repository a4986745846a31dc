# A run is evidence of one set of conditions. It is begun with the server that a gate allows, which fails at one of two
# cases, and is to go on with a friendlier one.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
prices: {local/m: {input: 1000, output: 10000}}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: contains, value: fine}]
-- golden/s/cases.jsonl
{"id": "a", "vars": {"q": "one"}}
{"id": "b", "vars": {"q": "two"}}
-- strict.yaml
rules: [{when: {text: one}, reply: bad}, {reply: fine, faults: [{kind: status, first: 1}]}]
-- friendly.yaml
rules: [{reply: fine}]
$ git init -q -b main .
$ git add -A
$ git commit -qm registry
$ mock strict.yaml
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","s","a","local/m",1,failed,0,0,0,1,1,0.011,false,"contains: the reply does not hold ""fine"": ""bad""","bad"
"20260102-030405-89025cc1","s","b","local/m",1,error,,,,,,,false,"HTTP 500: scripted 500",""
[exit 2]
$ mock --moved friendly.yaml
$ promptctl eval --no-cache --resume
[stderr]
error[resume-mismatch]: run 20260102-030405-89025cc1 can't go on under other conditions: the endpoint was http://127.0.0.1:FORMER_PORT and is http://127.0.0.1:PORT
  hint: put back what differs, or start a new run: what the cache has of this one costs nothing
[exit 2]
# So it is with files that were changed meanwhile, also where they change no content of the prompt,
$ mock --moved strict.yaml
$ clock 2026-01-03T00:00:00Z
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260103-000000-89025cc1","s","a","local/m",1,failed,0,0,0,1,1,0.011,false,"contains: the reply does not hold ""fine"": ""bad""","bad"
"20260103-000000-89025cc1","s","b","local/m",1,error,,,,,,,false,"HTTP 500: scripted 500",""
[exit 2]
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0, headers: {X-Model: friendly}, timeouts: {total: 5m}}
prices: {local/m: {input: 1, output: 1}}
$ promptctl eval --no-cache --resume
[stderr]
error[resume-mismatch]: run 20260103-000000-89025cc1 can't go on under other conditions: the provider's `headers.X-Model` was none and is friendly; the provider's `timeouts.total` was none and is 5m; the price was 2766488a2c5b and is b6e2cac28bab; the list of uncommitted files was none and is promptctl.yaml
  hint: put back what differs, or start a new run: what the cache has of this one costs nothing
[exit 2]
# with another commit,
$ git commit -qam "Other settings"
$ promptctl eval --no-cache --resume
[stderr]
error[resume-mismatch]: run 20260103-000000-89025cc1 can't go on under other conditions: the provider's `headers.X-Model` was none and is friendly; the provider's `timeouts.total` was none and is 5m; the price was 2766488a2c5b and is b6e2cac28bab; the commit was 456b3aed3743 and is 98f35c1ab1a3
  hint: put back what differs, or start a new run: what the cache has of this one costs nothing
[exit 2]
# and by another person or in another job.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
prices: {local/m: {input: 1000, output: 10000}}
$ git commit -qam "As it was"
$ clock 2026-01-04T00:00:00Z
$ mock strict.yaml
$ promptctl eval --no-cache --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260104-000000-89025cc1","s","a","local/m",1,failed,0,0,0,1,1,0.011,false,"contains: the reply does not hold ""fine"": ""bad""","bad"
"20260104-000000-89025cc1","s","b","local/m",1,error,,,,,,,false,"HTTP 500: scripted 500",""
[exit 2]
$ GIT_AUTHOR_NAME=Eve CI_JOB_URL=https://ci.example/7 promptctl eval --no-cache --resume
[stderr]
error[resume-mismatch]: run 20260104-000000-89025cc1 can't go on under other conditions: the producer was Mia Kern <mia@larchpine.example> and is Eve <mia@larchpine.example>; the CI job was none and is https://ci.example/7
  hint: put back what differs, or start a new run: what the cache has of this one costs nothing
[exit 2]
# What the cache has of it makes a new run cheap; and under the conditions it began with, a run goes on.
$ GIT_AUTHOR_NAME='Mia Kern' CI_JOB_URL= promptctl eval --no-cache --resume --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260104-000000-89025cc1","s","a","local/m",1,failed,0,0,0,1,1,0.011,false,"contains: the reply does not hold ""fine"": ""bad""","bad"
"20260104-000000-89025cc1","s","b","local/m",1,passed,1,0,0,1,1,0.011,false,"","fine"
[exit 1]
