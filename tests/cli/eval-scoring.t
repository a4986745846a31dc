# A failed required assertion fails its case, whatever the mean; one that is not required only lowers the score.
-- prompts/p.prompt
---
model: openai/m
---
Say something.
-- golden/s/suite.yaml
prompt: p
cases: cases.jsonl
-- golden/s/cases.jsonl
{"id": "required-fails", "threshold": 0.5, "output": "yes", "assert": [{"type": "equals", "value": "yes", "weight": 9}, {"type": "contains", "value": "no"}]}
{"id": "optional-fails", "output": "yes", "assert": [{"type": "equals", "value": "yes"}, {"type": "contains", "value": "no", "required": false}]}
{"id": "below-threshold", "threshold": 0.9, "output": "yes", "assert": [{"type": "equals", "value": "yes"}, {"type": "contains", "value": "no", "required": false}]}
{"id": "undecided", "output": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "assert": [{"type": "regex", "value": "^(a|a)*$"}]}
{"id": "unknown-cost", "output": "yes", "assert": [{"type": "cost", "threshold": "1 USD"}]}
$ promptctl eval --offline
NO VERDICT  p on s: 2 of 5 cases without a verdict, 0% tolerated

  cases      5: 1 passed, 2 failed, 2 errors
  pass rate  33.3%, 95% interval 6.1% to 79.2%
  score      0.633, 95% interval 0.088 to 1.000
  latency    not measured (5 replayed, not counted)
  cost       nothing was called
  model      openai/m
  run        offline-4d736084d578
  signature  dataset:c4c0fe72 cases:5 repeats:1 reducer:pass^k prompt:790098aa
             suite:bd596ee2 promptctl:0.1.0

  FAILED  below-threshold  score 0.500
    ✗ contains [not required]: the reply does not hold "no": "yes"
    the weighted score 0.5 is below the threshold 0.9
    reply yes

  FAILED  required-fails  score 0.900
    ✗ contains: the reply does not hold "no": "yes"
    reply yes

  ERROR  undecided  score 0.000
    ? regex: the pattern "^(a|a)*$" takes too much work on this reply:
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
    reply aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!

  ERROR  unknown-cost  score 0.000
    ? cost: the cost is not known: the model's price or the tokens used are
      missing, or an attempt without an answer may be charged
    reply yes
[exit 2]
$ promptctl eval --offline --json --filter optional
{
  "format": "promptctl-run 1",
  "run": "offline-0b998d352acf",
  "tool": {
    "name": "promptctl",
    "version": "0.1.0"
  },
  "prompt": {
    "id": "p",
    "address": "p",
    "digest": "790098aaa05f627ba32975253d247d218bdbb63a5ea1859f45e10878a0565150"
  },
  "suite": {
    "id": "s",
    "digest": "bd596ee2799e4a5b905fa573eecc472ec0377ee9b9394ed3eef99fd4bb37bc87"
  },
  "dataset": {
    "digest": "c4c0fe72e7aebe0b3578f4f09cb4f75dee44842c1ba713e3a27568d02ec7b7ad",
    "cases": 5
  },
  "targets": [
    "openai/m"
  ],
  "repeat": 1,
  "reducer": "pass^k",
  "selection": "{\"filter\":\"optional\"}",
  "source": {
    "commit": null,
    "dirty": null,
    "uncommitted": null
  },
  "prices": null,
  "verdict": "accepted",
  "verdict_reason": "1 case passed",
  "summary": {
    "cases": 1,
    "passed": 1,
    "failed": 0,
    "errors": 0,
    "quarantined": 0,
    "flaky": [],
    "missing": 0,
    "pass_rate": {
      "value": 1,
      "low": 0.206549,
      "high": 1
    },
    "score": {
      "mean": 0.5,
      "low": 0,
      "high": 1
    },
    "latency_ms": null,
    "ttft_ms": null,
    "tokens": {
      "input": null,
      "output": null,
      "cached": null
    },
    "cost_usd": null,
    "known_cost_usd": "0.00",
    "unknown_prices": [],
    "cached": 1,
    "metrics": {},
    "tags": {}
  },
  "results": [
    {"case":"optional-fails","target":"openai/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":null,"passed":true,"score":0.5,"output":"yes","refusal":null,"finish_reason":null,"model":null,"assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"contains","metric":"","passed":false,"score":0,"weight":1,"required":false,"reason":"the reply does not hold \"no\": \"yes\""}],"reason":"","latency_ms":null,"ttft_ms":null,"queue_ms":null,"usage":{"input":null,"output":null,"cached":null},"cost_usd":null,"cached":true,"attempts":0,"error":null}
  ]
}
[exit 0]
