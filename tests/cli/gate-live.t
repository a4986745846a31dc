# What is live is held against the evidence that it went live with, and no run against itself.
-- good.yaml
rules: [{reply: "{{last}}"}]
-- bad.yaml
rules: [{reply: "nothing"}]
-- w/promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}"}
environments:
  production: {gate: {min_cases: 1, cassette: allow, rules: [{metric: pass_rate, not_worse_by: 30%}]}}
-- w/prompts/city.prompt
---
model: local/small
input: {schema: {q: string}}
---
{{q}}
-- w/golden/city/suite.yaml
prompt: city
cases: cases.jsonl
assert: [{type: contains, value: "{{expected}}"}]
-- w/golden/city/cases.jsonl
{"id": "c01", "vars": {"q": "say 1"}, "expected": "1"}
{"id": "c02", "vars": {"q": "say 2"}, "expected": "2"}
{"id": "c03", "vars": {"q": "say 3"}, "expected": "3"}
{"id": "c04", "vars": {"q": "say 4"}, "expected": "4"}
{"id": "c05", "vars": {"q": "say 5"}, "expected": "5"}
{"id": "c06", "vars": {"q": "say 6"}, "expected": "6"}
{"id": "c07", "vars": {"q": "say 7"}, "expected": "7"}
{"id": "c08", "vars": {"q": "say 8"}, "expected": "8"}
-- w/.gitignore
.promptctl/
$ git init -q -b main w
$ mock good.yaml
$ promptctl -C w eval -q --no-cache --format csv --record golden/city/cassette.jsonl
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","city","c01","local/small",1,passed,1,0,0,2,2,,false,"","say 1"
"20260102-030405-89025cc1","city","c02","local/small",1,passed,1,0,0,2,2,,false,"","say 2"
"20260102-030405-89025cc1","city","c03","local/small",1,passed,1,0,0,2,2,,false,"","say 3"
"20260102-030405-89025cc1","city","c04","local/small",1,passed,1,0,0,2,2,,false,"","say 4"
"20260102-030405-89025cc1","city","c05","local/small",1,passed,1,0,0,2,2,,false,"","say 5"
"20260102-030405-89025cc1","city","c06","local/small",1,passed,1,0,0,2,2,,false,"","say 6"
"20260102-030405-89025cc1","city","c07","local/small",1,passed,1,0,0,2,2,,false,"","say 7"
"20260102-030405-89025cc1","city","c08","local/small",1,passed,1,0,0,2,2,,false,"","say 8"
[exit 0]
# HELP promptctl_calls Calls of the newest run, by how they count for latency.
# TYPE promptctl_calls gauge
promptctl_calls{prompt="city",suite="city",model="local/small",kind="measured"} 8
promptctl_calls{prompt="city",suite="city",model="local/small",kind="timed out"} 0
promptctl_calls{prompt="city",suite="city",model="local/small",kind="replayed"} 0
promptctl_calls{prompt="city",suite="city",model="local/small",kind="failed"} 0
# HELP promptctl_calls_without_price Calls whose price or tokens are not known.
# TYPE promptctl_calls_without_price gauge
promptctl_calls_without_price{prompt="city",suite="city",model="local/small"} 8
# HELP promptctl_cases Cases of the newest run, by what became of them.
# TYPE promptctl_cases gauge
promptctl_cases{prompt="city",suite="city",model="local/small",result="passed"} 8
promptctl_cases{prompt="city",suite="city",model="local/small",result="failed"} 0
promptctl_cases{prompt="city",suite="city",model="local/small",result="error"} 0
# HELP promptctl_first_token_seconds Time from the request to the first text, of fresh calls.
# TYPE promptctl_first_token_seconds summary
promptctl_first_token_seconds{prompt="city",suite="city",model="local/small",quantile="0.5"} 0
promptctl_first_token_seconds{prompt="city",suite="city",model="local/small",quantile="0.9"} 0
promptctl_first_token_seconds{prompt="city",suite="city",model="local/small",quantile="0.95"} 0
promptctl_first_token_seconds{prompt="city",suite="city",model="local/small",quantile="0.99"} 0
# HELP promptctl_latency_seconds Time from the request to the last byte, of fresh calls.
# TYPE promptctl_latency_seconds summary
promptctl_latency_seconds{prompt="city",suite="city",model="local/small",quantile="0.5"} 0
promptctl_latency_seconds{prompt="city",suite="city",model="local/small",quantile="0.9"} 0
promptctl_latency_seconds{prompt="city",suite="city",model="local/small",quantile="0.95"} 0
promptctl_latency_seconds{prompt="city",suite="city",model="local/small",quantile="0.99"} 0
# HELP promptctl_pass_rate_ratio Share of the cases with a verdict that passed, and the bounds of its 95% interval.
# TYPE promptctl_pass_rate_ratio gauge
promptctl_pass_rate_ratio{prompt="city",suite="city",model="local/small",bound="value"} 1
promptctl_pass_rate_ratio{prompt="city",suite="city",model="local/small",bound="low"} 0.675592
promptctl_pass_rate_ratio{prompt="city",suite="city",model="local/small",bound="high"} 1
# HELP promptctl_queue_seconds Time before a request was sent.
# TYPE promptctl_queue_seconds summary
promptctl_queue_seconds{prompt="city",suite="city",model="local/small",quantile="0.5"} 0
promptctl_queue_seconds{prompt="city",suite="city",model="local/small",quantile="0.9"} 0
promptctl_queue_seconds{prompt="city",suite="city",model="local/small",quantile="0.95"} 0
promptctl_queue_seconds{prompt="city",suite="city",model="local/small",quantile="0.99"} 0
# HELP promptctl_run_info The newest run, and the version of the prompt that it evaluated.
# TYPE promptctl_run_info gauge
promptctl_run_info{prompt="city",suite="city",model="local/small",run="20260102-030405-89025cc1",version="",digest="6c8e1c1f7a6492f9e7045a859ab4b8afaaf9d50d4549d08d04789dddd894b9f4"} 1
# HELP promptctl_run_started_timestamp_seconds When the newest run started.
# TYPE promptctl_run_started_timestamp_seconds gauge
promptctl_run_started_timestamp_seconds{prompt="city",suite="city",model="local/small"} 1767323045
# HELP promptctl_run_verdict 1 for the verdict of the newest run.
# TYPE promptctl_run_verdict gauge
promptctl_run_verdict{prompt="city",suite="city",model="local/small",verdict="accepted"} 1
promptctl_run_verdict{prompt="city",suite="city",model="local/small",verdict="rejected"} 0
promptctl_run_verdict{prompt="city",suite="city",model="local/small",verdict="error"} 0
# HELP promptctl_score_ratio Mean score of the cases.
# TYPE promptctl_score_ratio gauge
promptctl_score_ratio{prompt="city",suite="city",model="local/small"} 1
[exit 0]
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w register city
registered city@1 (sha256:6c8e1c1f7a64)
[exit 0]
$ clock 2026-01-05T09:00:00Z
$ promptctl -C w eval --offline --no-cache -q
ACCEPTED  city on city: 8 cases passed

  cases      8: 8 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 67.6% to 100.0%
  score      1.000, 95% interval 0.674 to 1.000
  latency    not measured (8 replayed, not counted)
  tokens     16 in, 16 out
  cost       unknown: no price or no usage for local/small
  model      local/small
  run        offline-c38a73c7e5aa
  signature  dataset:5c449b03 cases:8 repeats:1 reducer:pass^k prompt:6c8e1c1f
             suite:536562fb promptctl:0.1.0 commit:5918637b
[exit 0]
$ promptctl -C w promote city@1 --to production
city@1 is live in production (the first there)
  city@1: accepted by 1 rule on city with local/small, evidence c6894cd52080
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
    note: the newest run counts; before it, this content was run once like this
[exit 0]
# The only run there is would be compared with itself.
$ promptctl -C w gate city@production --env production
INCONCLUSIVE  city@production by the gate of production, against city@1

  city with local/small
    ? pass_rate not worse by 30%: no comparable evidence of what is live:
      evaluate that too
    note: the newest run counts; before it, this content was run once like
          this
    note: city@production is live itself, and run offline-c38a73c7e5aa is
          the one that it went live with: a run is not held against itself;
          promptctl eval city@production --suite city --target local/small
          --no-cache makes another
    evidence sha256:c6894cd52080, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again

city@1 and city@production are identical: sha256:6c8e1c1f7a64
[exit 3]
$ promptctl -C w gate city --env production --format github
::warning file=prompts/city.prompt,title=inconclusive%3A pass_rate not worse by 30%25::city with local/small: no comparable evidence of what is live: evaluate that too
[exit 3]
# Another one tells: the model behind the name gets everything wrong now.
$ mock bad.yaml
$ clock 2026-01-07T09:00:00Z
$ promptctl -C w eval -q --no-cache --format csv --record golden/city/cassette.jsonl
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260107-090000-89025cc1","city","c01","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""1"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c02","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""2"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c03","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""3"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c04","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""4"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c05","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""5"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c06","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""6"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c07","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""7"": ""nothing""","nothing"
"20260107-090000-89025cc1","city","c08","local/small",1,failed,0,0,0,2,2,,false,"contains: the reply does not hold ""8"": ""nothing""","nothing"
[exit 1]
$ git -C w commit -qam "other replies"
$ clock 2026-01-07T10:00:00Z
$ promptctl -C w eval --offline --no-cache -q --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-e78abc34bd47","city","c01","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""1"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c02","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""2"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c03","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""3"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c04","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""4"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c05","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""5"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c06","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""6"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c07","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""7"": ""nothing""","nothing"
"offline-e78abc34bd47","city","c08","local/small",1,failed,0,0,0,2,2,,true,"contains: the reply does not hold ""8"": ""nothing""","nothing"
[exit 1]
$ promptctl -C w gate city@production --env production
REJECTED  city@production by the gate of production, against city@1

  city with local/small
    ✗ pass_rate not worse by 30%: -100.0 points (-100.0 to -35.1)
    note: the newest run counts; before it, this content was run 3 times
          like this
    evidence sha256:2a19de5bb4ef, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:c6894cd52080,
    answered by cassette or cache, unsigned, attempts not provable, verdicts as
    its file has them

  intervals at 95%

city@1 and city@production are identical: sha256:6c8e1c1f7a64

city with local/small: 8 cases in both runs: 8 lost, 0 worse, 0 unchanged, 0
  better, 0 gained

  figure     before → after     points (95% interval)  verdict  cases      p
  pass rate   100.0% → 0.0%  -100.0 (-100.0 to -35.1)  worse        8  0.008
  score       1.000 → 0.000  -100.0 (-100.0 to -35.1)  worse        8  0.008

  figure     p (Holm)  test           detectable
  pass rate     0.016  exact McNemar        66.0
  score         0.016  exact McNemar        66.0

  with 8 cases, a true difference of 66.0 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 8 calls before and 8 after were replayed or failed; there is nothing
  to compare
  cost: 8 cases before and 8 after were failed or unpriced; there is nothing to
  compare

  lost  c01  score 1.000 → 0.000
    before  say 1
    after   nothing
            ✗ contains: the reply does not hold "1": "nothing"

  lost  c02  score 1.000 → 0.000
    before  say 2
    after   nothing
            ✗ contains: the reply does not hold "2": "nothing"

  lost  c03  score 1.000 → 0.000
    before  say 3
    after   nothing
            ✗ contains: the reply does not hold "3": "nothing"

  lost  c04  score 1.000 → 0.000
    before  say 4
    after   nothing
            ✗ contains: the reply does not hold "4": "nothing"

  lost  c05  score 1.000 → 0.000
    before  say 5
    after   nothing
            ✗ contains: the reply does not hold "5": "nothing"

  and 3 more changed cases: --cases 8

  signature  dataset:5c449b03 cases:8 repeats:1 reducer:pass^k before:6c8e1c1f
             after:6c8e1c1f suite:536562fb model:local/small interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0
[exit 1]
# What went live without evidence has nothing to be held against.
-- w/prompts/other.prompt
---
model: local/small
---
Hello
-- w/golden/other/suite.yaml
prompt: other
cases: cases.jsonl
assert: [{type: contains, value: Hello}]
-- w/golden/other/cases.jsonl
{"id": "1", "vars": {}, "output": "Hello"}
$ git -C w add -A
$ git -C w commit -qm other
$ promptctl -C w register other
registered other@1 (sha256:c41217a661ac)
[exit 0]
$ promptctl -C w promote other@1 --to production --override --reason "an experiment"
other@1 is live in production (the first there)
  overridden gate: other@1 on other with local/small: evidence: there is none that may be used
    note: promptctl eval other@1 --suite other --target local/small makes evidence
[exit 0]
$ promptctl -C w eval other --offline -q --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-1ed7a28daab3","other","1","local/small",1,passed,1,,,,,,true,"","Hello"
[exit 0]
$ promptctl -C w gate other@production --env production
INCONCLUSIVE  other@production by the gate of production, against other@1

  other with local/small
    ? pass_rate not worse by 30%: no comparable evidence of what is live:
      evaluate that too
    note: other@production is live itself, and went live without evidence
          that it could be held against
    evidence sha256:4752196854fd, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again

other@1 and other@production are identical: sha256:c41217a661ac
[exit 3]
# What was decided is decided the same again.
$ promptctl -C w verify
ACCEPTED  4 events replayed, every view follows from them

  tip  bfa864482e166221c9f74154f49aff71acbe1ddd
[exit 0]
