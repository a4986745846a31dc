# What is shown is what is sent, and does no more than show. The messages are the same for every model: none is asked
# for. Images are parts of them.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "http://127.0.0.1:1/v1"}
-- prompts/photo.prompt
---
input: {schema: {photo: string, question: string}}
---
{{role "system"}}
Look.
{{role "user"}}
{{question}} {{media url=photo contentType="image/png"}}
-- golden/photo/suite.yaml
prompt: photo
targets: [local/m]
cases: cases.jsonl
assert: [{type: contains, value: yes}]
-- golden/photo/cases.jsonl
{"id": "cat", "vars": {"question": "::error::What\u001b is it?\n ::warning::x", "photo": "https://example.com/cat.png"}, "output": "::error::no. word word word word word word word word word word word ::set-output name=x::y and ##[error]no more", "tags": ["de\nat"]}
{"id": "dog", "vars": {"question": "And this?", "photo": "https://example.com/dog.png"}, "output": "no\n  ::add-mask::a", "tags": ["de\\nat"]}
{"id": "owl", "vars": {"question": "And this?", "photo": "https://example.com/owl.png"}, "output": "yes", "threshold": 1, "assert": [{"type": "word-count", "value": {"max": 3}}, {"type": "contains", "value": "no", "required": false}]}
$ promptctl render photo --case cat
[system]

Look.


[user]

\x3a:error::What\x1b is it?
 \x3a:warning::x <media https://example.com/cat.png>
[exit 0]
$ promptctl render photo --case cat --json
[
  {
    "role": "system",
    "content": "\nLook.\n"
  },
  {
    "role": "user",
    "content": [
      {
        "type": "text",
        "text": "\n::error::What\u001b is it?\n ::warning::x "
      },
      {
        "type": "image_url",
        "image_url": {
          "url": "https://example.com/cat.png"
        }
      }
    ]
  }
]
[exit 0]
$ promptctl get photo --format messages --var question=Well? --var photo=https://example.com/owl.png
[
  {
    "role": "system",
    "content": "\nLook.\n"
  },
  {
    "role": "user",
    "content": [
      {
        "type": "text",
        "text": "\nWell? "
      },
      {
        "type": "image_url",
        "image_url": {
          "url": "https://example.com/owl.png"
        }
      }
    ]
  }
]
[exit 0]
$ promptctl render photo --case cat --request
[stderr]
error[no-target]: neither the prompt nor promptctl.yaml names a model
  hint: use --target provider/model
[exit 2]
$ promptctl render photo --case cat --request --target local/m
{
  "model": "m",
  "messages": [
    {
      "role": "system",
      "content": "\nLook.\n"
    },
    {
      "role": "user",
      "content": [
        {
          "type": "text",
          "text": "\n::error::What\u001b is it?\n ::warning::x "
        },
        {
          "type": "image_url",
          "image_url": {
            "url": "https://example.com/cat.png"
          }
        }
      ]
    }
  ],
  "stream": true,
  "stream_options": {
    "include_usage": true
  }
}
[exit 0]
$ promptctl render photo --case cat --target m
[stderr]
error[bad-target]: `--target m` names no provider
  hint: write provider/model: openai/gpt-4o-mini
[exit 2]
$ promptctl get photo --format messages --target m
[stderr]
error[bad-target]: `--target m` names no provider
  hint: write provider/model: openai/gpt-4o-mini
[exit 2]
# No line that is printed commands a workflow: not where it was wrapped, not in the middle, and not in any form.
$ promptctl eval
REJECTED  photo on photo: 3 cases failed

  cases      3: 0 passed, 3 failed, 0 errors
  pass rate  0.0%, 95% interval 0.0% to 56.1%
  score      0.222, 95% interval 0.000 to 0.919
  latency    not measured (3 replayed, not counted)
  cost       nothing was called
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:5b982899 cases:3 repeats:1 reducer:pass^k prompt:272124bb
             suite:bc592a6b promptctl:0.1.0

  FAILED  cat  score 0.000
    ✗ contains: the reply does not hold "yes": "\x3a:error::no. word word word
      word word word word word word word word ::set-…"
    reply \x3a:error::no. word word word word word word word word word word word
          \x3a:set-output name=x::y and \x23#[error]no more

  FAILED  dog  score 0.000
    ✗ contains: the reply does not hold "yes": "no\n  ::add-mask::a"
    reply no\n  ::add-mask::a

  FAILED  owl  score 0.667
    ✗ contains [not required]: the reply does not hold "no": "yes"
    the weighted score 0.667 is below the threshold 1
    reply yes
[exit 1]
$ promptctl eval --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","photo","cat","local/m",1,failed,0,,,,,,true,"contains: the reply does not hold ""yes"": ""\x3a:error::no. word word word word word word word word word word word ::set-…""","::error::no. word word word word word word word word word word word ::set-output name=x::y and \x23#[error]no more"
"20260102-030405-89025cc1","photo","dog","local/m",1,failed,0,,,,,,true,"contains: the reply does not hold ""yes"": ""no\n  ::add-mask::a""","no
  \x3a:add-mask::a"
"20260102-030405-89025cc1","photo","owl","local/m",1,failed,0.666667,,,,,,true,"contains: the reply does not hold ""no"": ""yes""; the weighted score 0.667 is below the threshold 1","yes"
[exit 1]
$ promptctl eval --format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="photo" tests="3" failures="3" errors="0">
    <testcase classname="photo.local/m" name="cat" time="0.000">
      <failure type="assertion" message="contains: the reply does not hold &quot;yes&quot;: &quot;\x3a:error::no. word word word word word word word word word word word ::set-…&quot;"/>
      <system-out>::error::no. word word word word word word word word word word word ::set-output name=x::y and &#35;#[error]no more</system-out>
    </testcase>
    <testcase classname="photo.local/m" name="dog" time="0.000">
      <failure type="assertion" message="contains: the reply does not hold &quot;yes&quot;: &quot;no\n  ::add-mask::a&quot;"/>
      <system-out>no&#10;  ::add-mask::a</system-out>
    </testcase>
    <testcase classname="photo.local/m" name="owl" time="0.000">
      <failure type="assertion" message="contains: the reply does not hold &quot;no&quot;: &quot;yes&quot;&#10;the weighted score 0.667 is below the threshold 1"/>
      <system-out>yes</system-out>
    </testcase>
  </testsuite>
</testsuites>
[exit 1]
$ promptctl eval --format json -q
{
  "format": "promptctl-run 1",
  "run": "20260102-030405-89025cc1",
  "tool": {
    "name": "promptctl",
    "version": "0.1.0"
  },
  "prompt": {
    "id": "photo",
    "address": "photo",
    "digest": "272124bb97a4c106235052756c0bbecd6e257372587aa59739276cdc64850332"
  },
  "suite": {
    "id": "photo",
    "digest": "bc592a6b784de157c066be7da8ab836a2ed95eb929e7820e8db9e69379d8d3eb"
  },
  "dataset": {
    "digest": "5b9828999e7de05f4eae317b7b6c54d8e5f4cc2f41da4485042045442343aede",
    "cases": 3
  },
  "targets": [
    "local/m"
  ],
  "repeat": 1,
  "reducer": "pass^k",
  "selection": "{}",
  "source": {
    "commit": null,
    "dirty": null,
    "uncommitted": null
  },
  "prices": null,
  "verdict": "rejected",
  "verdict_reason": "3 cases failed",
  "summary": {
    "cases": 3,
    "passed": 0,
    "failed": 3,
    "errors": 0,
    "quarantined": 0,
    "flaky": [],
    "missing": 0,
    "pass_rate": {
      "value": 0,
      "low": 0,
      "high": 0.561497
    },
    "score": {
      "mean": 0.222222,
      "low": 0,
      "high": 0.918659
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
    "cached": 3,
    "metrics": {},
    "tags": {
      "de\nat": {
        "passed": 0,
        "decided": 1
      },
      "de\\nat": {
        "passed": 0,
        "decided": 1
      }
    }
  },
  "results": [
    {"case":"cat","target":"local/m","repeat":1,"tags":["de\nat"],"group":null,"critical":false,"quarantined":false,"request":null,"passed":false,"score":0,"output":"::error::no. word word word word word word word word word word word ::set-output name=x::y and \u0023#[error]no more","refusal":null,"finish_reason":null,"model":null,"assertions":[{"type":"contains","metric":"","passed":false,"score":0,"weight":1,"required":true,"reason":"the reply does not hold \"yes\": \"\\x3a:error::no. word word word word word word word word word word word ::set-…\""}],"reason":"","latency_ms":null,"ttft_ms":null,"queue_ms":null,"usage":{"input":null,"output":null,"cached":null},"cost_usd":null,"cached":true,"attempts":0,"error":null},
    {"case":"dog","target":"local/m","repeat":1,"tags":["de\\nat"],"group":null,"critical":false,"quarantined":false,"request":null,"passed":false,"score":0,"output":"no\n  ::add-mask::a","refusal":null,"finish_reason":null,"model":null,"assertions":[{"type":"contains","metric":"","passed":false,"score":0,"weight":1,"required":true,"reason":"the reply does not hold \"yes\": \"no\\n  ::add-mask::a\""}],"reason":"","latency_ms":null,"ttft_ms":null,"queue_ms":null,"usage":{"input":null,"output":null,"cached":null},"cost_usd":null,"cached":true,"attempts":0,"error":null},
    {"case":"owl","target":"local/m","repeat":1,"tags":[],"group":null,"critical":false,"quarantined":false,"request":null,"passed":false,"score":0.666667,"output":"yes","refusal":null,"finish_reason":null,"model":null,"assertions":[{"type":"contains","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"word-count","metric":"","passed":true,"score":1,"weight":1,"required":true,"reason":""},{"type":"contains","metric":"","passed":false,"score":0,"weight":1,"required":false,"reason":"the reply does not hold \"no\": \"yes\""}],"reason":"the weighted score 0.667 is below the threshold 1","latency_ms":null,"ttft_ms":null,"queue_ms":null,"usage":{"input":null,"output":null,"cached":null},"cost_usd":null,"cached":true,"attempts":0,"error":null}
  ]
}
[exit 1]
# An annotation names the file that is there, from the top of the repository, and none where the prompt is gone.
$ promptctl report latest..latest --about quality --format github
::error file=prompts/photo.prompt,title=rejected%3A photo on photo with local/m::3 cases failed; pass rate 0.0%25 (0.0%25 to 56.1%25)
[exit 0]
$ git init -q
$ git add -A
$ git commit -qm one
$ git rm -q prompts/photo.prompt
$ promptctl report latest..latest --about quality --format github
::error title=rejected%3A photo on photo with local/m::3 cases failed; pass rate 0.0%25 (0.0%25 to 56.1%25)
[exit 0]
