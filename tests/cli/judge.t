# A judge says whether replies meet a criterion, with nothing to set up but its model. Its cost stands apart, its time is
# nobody's latency.
-- promptctl.yaml
format: 1
defaults: {target: local/small, judge: local/wise}
providers:
  local: {type: openai, base_url: "${MOCK_URL}", retries: 0}
prices:
  local/small: {input: 0.15, output: 0.60}
  local/wise: {input: 2.50, output: 10}
-- prompts/orders.prompt
---
input: {schema: {question: string}}
---
Answer: {{question}}
-- golden/orders/suite.yaml
prompt: orders
cases: cases.jsonl
assert:
  - {type: llm-rubric, value: "Names the order number and one next step.", metric: helpful}
-- golden/orders/cases.jsonl
{"id": "good", "vars": {"question": "Where is order 4711?"}}
{"id": "bad", "vars": {"question": "Where is my parcel?"}}
-- mock.yaml
rules:
  - when: {model: wise, text: "4711"}
    reply: '{"reason": "It names 4711 and says to wait.", "verdict": "yes"}'
  - when: {model: wise}
    reply: '{"reason": "No number is named.", "verdict": "no"}'
  - when: {text: "4711"}
    reply: "Order 4711 is on its way. Please wait two days."
  - {reply: "It will come."}
$ mock mock.yaml
$ promptctl eval
REJECTED  orders on orders: 1 case failed

  cases      2: 1 passed, 1 failed, 0 errors
  pass rate  50.0%, 95% interval 9.5% to 90.5%
  score      0.500, 95% interval 0.000 to 1.000
  metrics    helpful 50.0%
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     15 in, 16 out
  judges     rubric: 2 verdicts
  judging    2 calls, 686 in, 29 out
  cost       $0.00202 (answers $0.0000118, judges $0.00200)
  model      local/small
  run        20260102-030405-89025cc1
  signature  dataset:e349dd55 cases:2 repeats:1 reducer:pass^k prompt:ae99bc45
             suite:044aa320 promptctl:0.1.0

  FAILED  bad  score 0.000
    ✗ llm-rubric (helpful): the judge `rubric` says no: "No number is named."
    reply It will come.
[exit 1]
# Asked again, nothing is called: the judge's verdicts are in the cache as the replies are.
$ clock 2026-01-03T00:00:00Z
$ promptctl eval --quiet
REJECTED  orders on orders: 1 case failed

  cases      2: 1 passed, 1 failed, 0 errors
  pass rate  50.0%, 95% interval 9.5% to 90.5%
  score      0.500, 95% interval 0.000 to 1.000
  metrics    helpful 50.0%
  latency    not measured (2 replayed, not counted)
  tokens     15 in, 16 out
  judges     rubric: 2 verdicts
  judging    2 calls (2 replayed), 686 in, 29 out
  cost       $0.00202 (answers $0.0000118, judges $0.00200)
  model      local/small
  run        20260103-000000-89025cc1
  signature  dataset:e349dd55 cases:2 repeats:1 reducer:pass^k prompt:ae99bc45
             suite:044aa320 promptctl:0.1.0

  FAILED  bad  score 0.000
    ✗ llm-rubric (helpful): the judge `rubric` says no: "No number is named."
    reply It will come.
[exit 1]
$ promptctl runs show latest --format jsonl
{"run":"20260103-000000-89025cc1","suite":"orders","case":"good","target":"local/small","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"7c106f08744bd6d4f57d6de0d2d866cd806e42137d90d40fd6ad642d73ae1d71","passed":true,"score":1,"output":"Order 4711 is on its way. Please wait two days.","refusal":null,"finish_reason":"stop","model":"small","assertions":[{"type":"llm-rubric","metric":"helpful","passed":true,"score":1,"weight":1,"required":true,"reason":"","judge":"rubric","said":"It names 4711 and says to wait."}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":null,"usage":{"input":8,"output":12,"cached":0},"cost_usd":"0.0000084","cached":true,"attempts":1,"error":null,"judging":[{"target":"local/wise","replayed":true,"answer":{"request":"bb06f51d0daf573129b256a429b1e692d930870b2e96be60de70316b57a6a39d","output":"{\"reason\": \"It names 4711 and says to wait.\", \"verdict\": \"yes\"}","finish_reason":"stop","model":"wise","usage":{"input":347,"output":16,"cached":0},"latency_ms":0,"ttft_ms":0},"cost_picousd":1027500000}]}
{"run":"20260103-000000-89025cc1","suite":"orders","case":"bad","target":"local/small","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":"d7a205039a6c60e6e8d6b8505d2bb4031fdd08040bfa665a4bb679e705f22410","passed":false,"score":0,"output":"It will come.","refusal":null,"finish_reason":"stop","model":"small","assertions":[{"type":"llm-rubric","metric":"helpful","passed":false,"score":0,"weight":1,"required":true,"reason":"the judge `rubric` says no: \"No number is named.\"","judge":"rubric","said":"No number is named."}],"reason":"","latency_ms":0,"ttft_ms":0,"queue_ms":null,"usage":{"input":7,"output":4,"cached":0},"cost_usd":"0.00000345","cached":true,"attempts":1,"error":null,"judging":[{"target":"local/wise","replayed":true,"answer":{"request":"d5aa549fc1f05e9b4e7c3802150fd3425b037050868bac7ee7a3511e2b4664ab","output":"{\"reason\": \"No number is named.\", \"verdict\": \"no\"}","finish_reason":"stop","model":"wise","usage":{"input":339,"output":13,"cached":0},"latency_ms":0,"ttft_ms":0},"cost_picousd":977500000}]}
[exit 0]
# Reports tell what judges cost beside what the prompt does.
$ promptctl report --format console
orders on orders with local/small
  rejected: 1 case failed; run 20260103-000000-89025cc1

Quality
  cases      2: 1 passed, 1 failed, 0 errors
  pass rate  50.0% (9.5% to 90.5%)
  score      0.500 (0.000 to 1.000)
  judges     rubric: 2 verdicts

  By metric
  metric   assertions  pass rate  score
  helpful           2      50.0%  0.500

  The cases that failed, with replies: promptctl runs show
  20260103-000000-89025cc1

Cost
  total       $0.0000118 for 2 calls
  spent now   $0.00; $0.0000118 saved by replayed replies
  per call    $0.00000592 (95% interval $0.00 to $0.0000374)
  per passed  $0.0000118 for each of 1 passed case
  judges      $0.00200 beside the above, for 2 calls (2 replayed), 686 in, 29
              out

  By kind of token
  kind    tokens         cost
  input       15  $0.00000225
  output      16  $0.00000960

  Most expensive
  case         cost  tokens in  tokens out
  good  $0.00000840          8          12
  bad   $0.00000345          7           4

  Prices: promptctl.yaml

Latency
  calls  0 calls measured, 2 replayed (not counted)

  No fresh call was answered: replayed replies say nothing of how fast a model
  is now.
[exit 0]
$ promptctl report --format csv
run,started,prompt,version,digest,suite,model,figure,slice,value,low,high,unit
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",passed,"",1,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",failed,"",1,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",errors,"",0,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",pass_rate,"",0.5,0.0945312,0.905469,share
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",score,"",0.5,0,1,share
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",metric_score,"helpful",0.5,,,share
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost,"",0.00001185,,,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost_known,"",0.00001185,,,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost_fresh,"",0.00,,,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost_saved_by_replay,"",0.00001185,,,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost_per_call,"",0.000005925,0.00,0.000037372857,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",cost_per_passed,"",0.00001185,,,USD
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",calls_without_price,"",0,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",calls_measured,"",0,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",calls_timed_out,"",0,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",calls_replayed,"",2,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",judge_verdicts,"",2,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",judge_errors,"",0,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",judging_calls,"",2,,,count
"20260103-000000-89025cc1",2026-01-03T00:00:00Z,"orders",,ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184,"orders","local/small",judging_cost,"",0.002005,,,USD
[exit 0]
# HELP promptctl_call_cost_dollars Mean cost of a call.
# TYPE promptctl_call_cost_dollars gauge
promptctl_call_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.000005925
# HELP promptctl_calls Calls of the newest run, by how they count for latency.
# TYPE promptctl_calls gauge
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="measured"} 0
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="timed out"} 0
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="replayed"} 2
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="failed"} 0
# HELP promptctl_calls_without_price Calls whose price or tokens are not known.
# TYPE promptctl_calls_without_price gauge
promptctl_calls_without_price{prompt="orders",suite="orders",model="local/small"} 0
# HELP promptctl_cases Cases of the newest run, by what became of them.
# TYPE promptctl_cases gauge
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="passed"} 1
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="failed"} 1
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="error"} 0
# HELP promptctl_judge_answers Assertions that asked a judge, by what came of it.
# TYPE promptctl_judge_answers gauge
promptctl_judge_answers{prompt="orders",suite="orders",model="local/small",judge="rubric",result="verdict"} 2
# HELP promptctl_judging_cost_dollars What judging the newest run cost, beside the cost of its calls.
# TYPE promptctl_judging_cost_dollars gauge
promptctl_judging_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.002005
# HELP promptctl_metric_score_ratio Mean score of the assertions with the metric.
# TYPE promptctl_metric_score_ratio gauge
promptctl_metric_score_ratio{prompt="orders",suite="orders",model="local/small",metric="helpful"} 0.5
# HELP promptctl_pass_rate_ratio Share of the cases with a verdict that passed, and the bounds of its 95% interval.
# TYPE promptctl_pass_rate_ratio gauge
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="value"} 0.5
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="low"} 0.0945312
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="high"} 0.905469
# HELP promptctl_run_cost_dollars What the calls of the newest run cost, or would cost where replayed.
# TYPE promptctl_run_cost_dollars gauge
promptctl_run_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.00001185
# HELP promptctl_run_info The newest run, and the version of the prompt that it evaluated.
# TYPE promptctl_run_info gauge
promptctl_run_info{prompt="orders",suite="orders",model="local/small",run="20260103-000000-89025cc1",version="",digest="ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184"} 1
# HELP promptctl_run_started_timestamp_seconds When the newest run started.
# TYPE promptctl_run_started_timestamp_seconds gauge
promptctl_run_started_timestamp_seconds{prompt="orders",suite="orders",model="local/small"} 1767398400
# HELP promptctl_run_verdict 1 for the verdict of the newest run.
# TYPE promptctl_run_verdict gauge
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="accepted"} 0
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="rejected"} 1
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="error"} 0
# HELP promptctl_score_ratio Mean score of the cases.
# TYPE promptctl_score_ratio gauge
promptctl_score_ratio{prompt="orders",suite="orders",model="local/small"} 0.5
[exit 0]
# HELP promptctl_call_cost_dollars Mean cost of a call.
# TYPE promptctl_call_cost_dollars gauge
promptctl_call_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.000005925
# HELP promptctl_calls Calls of the newest run, by how they count for latency.
# TYPE promptctl_calls gauge
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="measured"} 0
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="timed out"} 0
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="replayed"} 2
promptctl_calls{prompt="orders",suite="orders",model="local/small",kind="failed"} 0
# HELP promptctl_calls_without_price Calls whose price or tokens are not known.
# TYPE promptctl_calls_without_price gauge
promptctl_calls_without_price{prompt="orders",suite="orders",model="local/small"} 0
# HELP promptctl_cases Cases of the newest run, by what became of them.
# TYPE promptctl_cases gauge
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="passed"} 1
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="failed"} 1
promptctl_cases{prompt="orders",suite="orders",model="local/small",result="error"} 0
# HELP promptctl_judge_answers Assertions that asked a judge, by what came of it.
# TYPE promptctl_judge_answers gauge
promptctl_judge_answers{prompt="orders",suite="orders",model="local/small",judge="rubric",result="verdict"} 2
# HELP promptctl_judging_cost_dollars What judging the newest run cost, beside the cost of its calls.
# TYPE promptctl_judging_cost_dollars gauge
promptctl_judging_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.002005
# HELP promptctl_metric_score_ratio Mean score of the assertions with the metric.
# TYPE promptctl_metric_score_ratio gauge
promptctl_metric_score_ratio{prompt="orders",suite="orders",model="local/small",metric="helpful"} 0.5
# HELP promptctl_pass_rate_ratio Share of the cases with a verdict that passed, and the bounds of its 95% interval.
# TYPE promptctl_pass_rate_ratio gauge
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="value"} 0.5
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="low"} 0.0945312
promptctl_pass_rate_ratio{prompt="orders",suite="orders",model="local/small",bound="high"} 0.905469
# HELP promptctl_run_cost_dollars What the calls of the newest run cost, or would cost where replayed.
# TYPE promptctl_run_cost_dollars gauge
promptctl_run_cost_dollars{prompt="orders",suite="orders",model="local/small"} 0.00001185
# HELP promptctl_run_info The newest run, and the version of the prompt that it evaluated.
# TYPE promptctl_run_info gauge
promptctl_run_info{prompt="orders",suite="orders",model="local/small",run="20260103-000000-89025cc1",version="",digest="ae99bc45e7870b4e66721486930464be43e5895425b77525fed1c9f16c600184"} 1
# HELP promptctl_run_started_timestamp_seconds When the newest run started.
# TYPE promptctl_run_started_timestamp_seconds gauge
promptctl_run_started_timestamp_seconds{prompt="orders",suite="orders",model="local/small"} 1767398400
# HELP promptctl_run_verdict 1 for the verdict of the newest run.
# TYPE promptctl_run_verdict gauge
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="accepted"} 0
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="rejected"} 1
promptctl_run_verdict{prompt="orders",suite="orders",model="local/small",verdict="error"} 0
# HELP promptctl_score_ratio Mean score of the cases.
# TYPE promptctl_score_ratio gauge
promptctl_score_ratio{prompt="orders",suite="orders",model="local/small"} 0.5
[exit 0]
# The four endings of a judge's answer that are no verdict are neither a pass nor a fail. What can't be read is asked
# for once more, and both calls are paid.
-- golden/orders/cases.jsonl
{"id": "unclear", "vars": {"question": "case-unclear"}}
{"id": "quoted", "vars": {"question": "case-quoted"}}
{"id": "prose", "vars": {"question": "case-prose"}}
{"id": "two", "vars": {"question": "case-two"}}
{"id": "repaired", "vars": {"question": "case-repaired"}}
{"id": "fenced", "vars": {"question": "case-fenced"}}
{"id": "limit", "vars": {"question": "case-limit"}}
{"id": "refused", "vars": {"question": "case-refused"}}
{"id": "down", "vars": {"question": "case-down"}}
{"id": "blank", "vars": {"question": "case-blank"}}
-- mock.yaml
rules:
  - {when: {model: wise, text: case-unclear}, reply: '{"reason": "Nobody knows.", "verdict": "unclear"}'}
  - {when: {model: wise, text: case-quoted}, reply: 'The text says {"reason": "x", "verdict": "yes"}, which I quote.'}
  - {when: {model: wise, text: case-prose}, reply: "yes"}
  - {when: {model: wise, text: case-two}, reply: '{"reason": "a", "verdict": "no"} {"reason": "b", "verdict": "yes"}'}
  - {when: {model: wise, text: "can't be used"}, reply: '{"reason": "Now in form.", "verdict": "yes"}'}
  - {when: {model: wise, text: case-repaired}, reply: 'Verdict: yes'}
  - {when: {model: wise, text: case-fenced}, reply: "```json\n{\"reason\": \"In a fence.\", \"verdict\": \"yes\"}\n```"}
  - {when: {model: wise, text: case-limit}, reply: '{"reason": "It would', finish_reason: length}
  - {when: {model: wise, text: case-refused}, reply: '{"verdict": "yes"}'}
  - {when: {model: wise, text: case-down}, reply: "", faults: [{kind: status, status: 503}]}
  - {when: {text: case-blank}, reply: " "}
  - {reply: "{{last}}"}
$ mock mock.yaml
$ clock 2026-01-04T00:00:00Z
$ promptctl eval --no-cache
NO VERDICT  orders on orders: 5 of 10 cases without a verdict, 0% tolerated

  cases      10: 4 passed, 1 failed, 5 errors
  pass rate  80.0%, 95% interval 37.6% to 96.4%
  score      0.800, 95% interval 0.263 to 1.000
  metrics    helpful 80.0%
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     53 in, 46 out
  judges     rubric: 4 verdicts, 5 in doubt (1 unclear, 3 malformed, 1 provider)
  judging    14 calls, 4,950 in, 141 out
  cost       $0.0138 (answers $0.0000356, judges $0.0138)
  model      local/small
  run        20260104-000000-89025cc1
  signature  dataset:85dfc64f cases:10 repeats:1 reducer:pass^k prompt:ae99bc45
             suite:044aa320 promptctl:0.1.0

  FAILED  blank  score 0.000
    ✗ llm-rubric (helpful): the reply is empty: there is nothing to judge
    reply 

  ERROR  unclear  score 0.000
    ? llm-rubric (helpful): the judge `rubric` can't tell: Nobody knows.
    reply Answer: case-unclear

  ERROR  quoted  score 0.000
    ? llm-rubric (helpful): the judge `rubric` can't be read: its answer is not
      one JSON object: "The text says {"reason": "x", "verdict": "yes"}, which I
      quote."
    reply Answer: case-quoted

  ERROR  prose  score 0.000
    ? llm-rubric (helpful): the judge `rubric` can't be read: its answer is not
      one JSON object: "yes"
    reply Answer: case-prose

  ERROR  two  score 0.000
    ? llm-rubric (helpful): the judge `rubric` can't be read: its answer is not
      one JSON object: "{"reason": "a", "verdict": "no"} {"reason": "b",
      "verdict": "yes"}"
    reply Answer: case-two

  ERROR  down  score 0.000
    ? llm-rubric (helpful): the judge `rubric` gave no answer (server): HTTP
      503: scripted 503
    reply Answer: case-down
[exit 2]
