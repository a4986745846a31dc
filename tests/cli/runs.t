# Recorded runs are listed, shown again, exported and deleted.
$ promptctl runs list
no run is recorded here yet
[exit 0]
$ promptctl runs show
[stderr]
error[unknown-run]: no run is recorded here yet
  hint: promptctl eval records one
[exit 2]
$ promptctl init
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ promptctl eval --offline --quiet --format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="sentiment" tests="4" failures="0" errors="0">
    <testcase classname="sentiment.openai/gpt-4o-mini" name="happy" time="0.000"/>
    <testcase classname="sentiment.openai/gpt-4o-mini" name="angry" time="0.000"/>
    <testcase classname="sentiment.openai/gpt-4o-mini" name="both" time="0.000"/>
    <testcase classname="sentiment.openai/gpt-4o-mini" name="german" time="0.000"/>
  </testsuite>
</testsuites>
[exit 0]
$ promptctl runs list
RUN                      STARTED               SUITE                  PASSED  VERDICT
offline-649e757b291c     2026-01-02 03:04:05Z  sentiment                 4/4  accepted
[exit 0]
$ promptctl runs show offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-649e757b291c","sentiment","happy","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
"offline-649e757b291c","sentiment","angry","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","negative"
"offline-649e757b291c","sentiment","both","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","mixed"
"offline-649e757b291c","sentiment","german","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
[exit 0]
$ promptctl runs export offline
{
  "format": "promptctl-run 1",
  "run": "offline-649e757b291c",
  "tool": {
    "name": "promptctl",
    "version": "0.1.0"
  },
  "prompt": {
    "id": "reviews/sentiment",
    "address": "reviews/sentiment",
    "digest": "1174dc7fe625fe98f727907078e84292abf62bf42184f87a66c54ab2be0a7d3c"
  },
  "suite": {
    "id": "sentiment",
    "digest": "01d1d0afcb8f84c8d363d84f6b574f5889ceba2b5137a9a056f6e95fc5eb40b1"
  },
  "dataset": {
    "digest": "dbf47201520f8501d441328f2d069203a2c01e702d19c96adc7e3484269cae79",
    "cases": 4
  },
  "targets": [
    "openai/gpt-4o-mini"
  ],
  "repeat": 1,
  "reducer": "pass^k",
  "selection": "{}",
  "source": {
    "commit": null,
    "dirty": null,
    "uncommitted": null
  },
  "prices": {
    "layer": "registry"
  },
  "verdict": "accepted",
  "verdict_reason": "4 cases passed",
  "summary": {
    "cases": 4,
    "passed": 4,
    "failed": 0,
    "errors": 0,
    "quarantined": 0,
    "flaky": [],
    "missing": 0,
    "pass_rate": {
      "value": 1,
      "low": 0.510109,
      "high": 1
    },
    "score": {
      "mean": 1,
      "low": 0.404903,
      "high": 1
    },
    "latency_ms": null,
    "ttft_ms": null,
    "tokens": {
      "input": 240,
      "output": 4,
      "cached": 0
    },
    "cost_usd": "0.0000384",
    "known_cost_usd": "0.0000384",
    "unknown_prices": [],
    "cached": 4,
    "metrics": {
      "speed": {
        "count": 4,
        "pass_rate": 1,
        "score": 1
      }
    },
    "tags": {
      "de": {
        "passed": 1,
        "decided": 1
      },
      "en": {
        "passed": 3,
        "decided": 3
      }
    }
  },
  "results": [
    {"case":"happy","target":"openai/gpt-4o-mini","repeat":1,"tags":["en"],"group":null,"critical":false,"quarantined":false,"request":"4c1a7bcac1ae69b3868ede75541461a356bff62812b1d37cbb7733ed6205770b","passed":true,"score":1,"output":"positive","refusal":null,"finish_reason":"stop","model":"gpt-4o-mini","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"latency","metric":"speed","passed":true,"score":1,"weight":1,"required":false,"reason":""}],"reason":"","latency_ms":420,"ttft_ms":400,"queue_ms":null,"usage":{"input":60,"output":1,"cached":0},"cost_usd":"0.0000096","cached":true,"attempts":1,"error":null},
    {"case":"angry","target":"openai/gpt-4o-mini","repeat":1,"tags":["en"],"group":null,"critical":false,"quarantined":false,"request":"7c4a6a13a2b99e0136ae2f94c3cee6a8da4799f65740ef04693bc8d761b0a6ff","passed":true,"score":1,"output":"negative","refusal":null,"finish_reason":"stop","model":"gpt-4o-mini","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"latency","metric":"speed","passed":true,"score":1,"weight":1,"required":false,"reason":""}],"reason":"","latency_ms":420,"ttft_ms":400,"queue_ms":null,"usage":{"input":60,"output":1,"cached":0},"cost_usd":"0.0000096","cached":true,"attempts":1,"error":null},
    {"case":"both","target":"openai/gpt-4o-mini","repeat":1,"tags":["en"],"group":null,"critical":false,"quarantined":false,"request":"a051e1529a54757a81fa842ea76741d55c3cb72063bd7e9d11a3d1150d891ec0","passed":true,"score":1,"output":"mixed","refusal":null,"finish_reason":"stop","model":"gpt-4o-mini","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"latency","metric":"speed","passed":true,"score":1,"weight":1,"required":false,"reason":""}],"reason":"","latency_ms":420,"ttft_ms":400,"queue_ms":null,"usage":{"input":60,"output":1,"cached":0},"cost_usd":"0.0000096","cached":true,"attempts":1,"error":null},
    {"case":"german","target":"openai/gpt-4o-mini","repeat":1,"tags":["de"],"group":null,"critical":false,"quarantined":false,"request":"e6cb56cee156c886fc5ac366c6bfadf4abc16213599bcb804a2ecbaae165af0d","passed":true,"score":1,"output":"positive","refusal":null,"finish_reason":"stop","model":"gpt-4o-mini","assertions":[{"type":"equals","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"latency","metric":"speed","passed":true,"score":1,"weight":1,"required":false,"reason":""}],"reason":"","latency_ms":420,"ttft_ms":400,"queue_ms":null,"usage":{"input":60,"output":1,"cached":0},"cost_usd":"0.0000096","cached":true,"attempts":1,"error":null}
  ]
}
[exit 0]
$ promptctl runs delete nothing
[stderr]
error[unknown-run]: there is no run `nothing`
  hint: see promptctl runs list
[exit 2]
$ promptctl runs delete offline
deleted offline-649e757b291c
[exit 0]
$ promptctl runs list
no run is recorded here yet
[exit 0]
