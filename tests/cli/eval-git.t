# Inside a git repository a run records the commit, and whether files differ from it.
$ promptctl init
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ git init -q
$ git add -A
$ git commit -qm registry
$ promptctl eval --offline -o one.json
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-649e757b291c
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0 commit:dddb98c3
[exit 0]
$ git add -A
$ git commit -qm report
$ promptctl eval --offline --json -o two.json
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
    "commit": "aa20697d9e2e704839bbc514351b47ed7cc78baa",
    "dirty": false,
    "uncommitted": []
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
$ promptctl runs show offline --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"offline-649e757b291c","sentiment","happy","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
"offline-649e757b291c","sentiment","angry","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","negative"
"offline-649e757b291c","sentiment","both","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","mixed"
"offline-649e757b291c","sentiment","german","openai/gpt-4o-mini",1,passed,1,420,400,60,1,0.0000096,true,"","positive"
[exit 0]
# What nobody reads does not make a run dirty. A file that is read does, also one that git was told not to look at.
$ promptctl eval --offline --cases 0 -o junit.xml
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-649e757b291c
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0 commit:aa20697d
[exit 0]
$ git update-index --assume-unchanged golden/sentiment/suite.yaml
-- golden/sentiment/suite.yaml
prompt: reviews/sentiment
cases: cases.jsonl
assert: [{type: equals, value: "{{expected}}"}]
$ promptctl eval --offline --cases 0
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-fa0c62a680bf
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:3ced900e promptctl:0.1.0 commit:aa20697d+dirty
[exit 0]
# The same content from a commit that lacks it does not take the place of the run that was clean.
$ git update-index --no-assume-unchanged golden/sentiment/suite.yaml
$ git commit -qam suite
$ promptctl eval --offline --cases 0
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-f26293d9c9bb
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:3ced900e promptctl:0.1.0 commit:fde54f0d
[exit 0]
$ promptctl runs list
RUN                      STARTED               SUITE                  PASSED  VERDICT
offline-649e757b291c     2026-01-02 03:04:05Z  sentiment                 4/4  accepted
offline-f26293d9c9bb     2026-01-02 03:04:05Z  sentiment                 4/4  accepted
offline-fa0c62a680bf     2026-01-02 03:04:05Z  sentiment                 4/4  accepted
[exit 0]
# A clone with other line ends sends the same, and needs no new cassette.
$ git clone -q -c core.autocrlf=true . clone
$ promptctl -C clone eval --offline --cases 0
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-f26293d9c9bb
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:3ced900e promptctl:0.1.0 commit:fde54f0d
[exit 0]
$ promptctl diff reviews/sentiment reviews/sentiment@git:HEAD
reviews/sentiment and reviews/sentiment@git:HEAD are identical: sha256:1174dc7fe625
[exit 0]
# Local state that somebody committed is not believed.
$ git add -f .promptctl
$ git commit -qm state
$ promptctl runs list
[stderr]
.promptctl: error[committed-state]: local state is committed: runs and replies in it are of whoever wrote the commit
  hint: git rm -r --cached .promptctl
[exit 2]
$ promptctl eval --offline
[stderr]
.promptctl: error[committed-state]: local state is committed: runs and replies in it are of whoever wrote the commit
  hint: git rm -r --cached .promptctl
[exit 2]
# In a repository that libgit2 can't read, all works that needs no git; what needs it says so.
$ git init -q --object-format=sha256 other
$ promptctl init other
wrote promptctl.yaml
wrote prompts/reviews/sentiment.prompt
wrote golden/sentiment/suite.yaml
wrote golden/sentiment/cases.jsonl
wrote golden/sentiment/cassette.jsonl
next: promptctl lint, then promptctl eval --offline
[exit 0]
$ promptctl -C other lint
no errors in 1 prompt, 1 suite and 4 cases
[exit 0]
$ promptctl -C other eval --offline --cases 0
ACCEPTED  reviews/sentiment on sentiment: 4 cases passed

  cases      4: 4 passed, 0 failed, 0 errors
  pass rate  100.0%, 95% interval 51.0% to 100.0%
  score      1.000, 95% interval 0.405 to 1.000
  metrics    speed 100.0%
  latency    not measured (4 replayed, not counted)
  tokens     240 in, 4 out
  cost       $0.0000384
  model      openai/gpt-4o-mini
  run        offline-649e757b291c
  signature  dataset:dbf47201 cases:4 repeats:1 reducer:pass^k prompt:1174dc7f
             suite:01d1d0af promptctl:0.1.0
[exit 0]
$ promptctl -C other diff reviews/sentiment reviews/sentiment@git:HEAD
[stderr]
error[git]: libgit2 does not know the format of the git repository here
  hint: lint, render and eval work as outside git; versions need a repository of SHA-1 objects
[exit 2]
$ promptctl -C other register reviews/sentiment
[stderr]
error[git]: libgit2 does not know the format of the git repository here
  hint: lint, render and eval work as outside git; versions need a repository of SHA-1 objects
[exit 2]
$ promptctl -C other status
[stderr]
error[git]: libgit2 does not know the format of the git repository here
  hint: lint, render and eval work as outside git; versions need a repository of SHA-1 objects
[exit 2]
