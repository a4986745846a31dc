# What two versions of a prompt answer to a golden set, case by case, in every form.
-- promptctl.yaml
format: 1
providers:
  openai: {type: openai, base_url: "http://127.0.0.1:1/v1"}
prices:                               # USD for a million tokens
  openai/gpt-4o-mini: {input: 0.15, cached_input: 0.075, output: 0.60}
-- golden/topic/suite.yaml
prompt: support/topic
cases: cases.jsonl
assert:
  - {type: icontains, value: "{{expected}}"}
  - {type: word-count, value: {max: 6}, required: false, metric: brevity}
-- golden/topic/cases.jsonl
{"id": "card", "vars": {"text": "My card was charged twice."}, "expected": "billing", "tags": ["en"]}
{"id": "late", "vars": {"text": "Where is my parcel?"}, "expected": "delivery", "tags": ["en"], "critical": true}
{"id": "rechnung", "vars": {"text": "Die Rechnung ist falsch."}, "expected": "billing", "tags": ["de"]}
{"id": "paket", "vars": {"text": "Das Paket kam offen an."}, "expected": "delivery", "tags": ["de"]}
{"id": "praise", "vars": {"text": "Lovely shop!"}, "expected": "other", "tags": ["en"]}
{"id": "lob", "vars": {"text": "Schöner Laden!"}, "expected": "other", "tags": ["de"]}
{"id": "refund", "vars": {"text": "I want my money back."}, "expected": "billing", "tags": ["en"]}
{"id": "lost", "vars": {"text": "It never arrived."}, "expected": "delivery", "tags": ["en"]}
{"id": "two", "vars": {"text": "The lamp is broken, and you charged me for two."}, "expected": "other", "tags": ["en"]}
{"id": "hours", "vars": {"text": "When are you open?"}, "expected": "other", "tags": ["en"]}
-- golden/topic/cassette.jsonl
{"request":"0d51bdd8ef10f8eedb5ea493265f99fe114e593eeb4d22d1a11b7453a531cd80","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":432,"ttft_ms":382}
{"request":"1cbf1631589cbd81b95f80d2e8956942884569722a96e1b05ca568ca849063ef","output":"delivery","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":3,"cached":0},"latency_ms":401,"ttft_ms":381}
{"request":"2801fa6d6483262e09297679b54b8c1d8bb79492ddcb7b0981b67bb5d0d24e09","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":436,"ttft_ms":386}
{"request":"4ad46f42de51ba12aed94d880d817196dfb99058d2fa614be3f75390016690aa","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":402,"ttft_ms":382}
{"request":"51421686d8b0123368a62c3fa3bf65c239695db316b7d79a91a85496b35adb37","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":400,"ttft_ms":380}
{"request":"53a8dbc16cd987509ef49dc3a8053dd2fe31eb0b1a3962191da13bf49d2eaa3b","output":"other: the writer asks a question, and nothing was said to be late, broken or wrong.\n\nNothing else is asked for in the message.","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":32,"cached":0},"latency_ms":431,"ttft_ms":381}
{"request":"621a2e98f9a5a5d68decaf410a27078730594f33df2a73aeb91081ff54de702a","output":"other, as this is praise and no question","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":11,"cached":0},"latency_ms":405,"ttft_ms":385}
{"request":"6c71d2df407fd3e7ccc9d90d579b324ce70b125d66f2147904dbd200a5ba4efb","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":406,"ttft_ms":386}
{"request":"6df0a7619968653872496a89eb9bcf869cc37c7f42563fc192e481e627d731d1","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":438,"ttft_ms":388}
{"request":"6df7ad9894bcd188ad404da31c0f43f358f4fde4f1c56e56716c5f19c3f17b6f","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":404,"ttft_ms":384}
{"request":"7926066c2415e343dbf2b09d51b327d026739db2290711bf08cb61eb171baf67","output":"Sonstiges","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":3,"cached":0},"latency_ms":433,"ttft_ms":383}
{"request":"8a90d590e6c8e42de7623c114ee3b57e4517b3309619b63e1edb4161881ff348","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":434,"ttft_ms":384}
{"request":"8e0c524c7c9cf10007ea9bf193e45bbbc2e6dd2f6ef76d910e9b2f42ee180b52","output":"delivery","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":3,"cached":0},"latency_ms":407,"ttft_ms":387}
{"request":"a7c4aa46e2eb806b44212647955414cef915ea42334fee36d576096eb091be87","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":430,"ttft_ms":380}
{"request":"ab0dca538d51f2198e27c2a1c1a88b3e92493bb08d0713759566d82f620674f5","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":435,"ttft_ms":385}
{"request":"b6a389290791f70e19c5e59a39d89ffd43bbf14d414424bfbd90d95e08dded4a","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":2,"cached":0},"latency_ms":439,"ttft_ms":389}
{"request":"e25a778819860b31476ad581e565ba479e952263e967c4c52c97bdb473eeae07","output":"delivery","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":64,"output":3,"cached":0},"latency_ms":437,"ttft_ms":387}
{"request":"e2d34371eb7fe4054ec3f59ab440918280d9b0f6b4647e986fb608150d73ddb8","output":"delivery","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":3,"cached":0},"latency_ms":403,"ttft_ms":383}
{"request":"f7aca093e815386d49f895fcc9a809fe65260070ace458b5f8e514c1bee94dda","output":"other","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":409,"ttft_ms":389}
{"request":"f9362d943f4dd058dfaadc98af52242bbb2ca1c5e0dcffaa6e20513794c5d69b","output":"billing","finish_reason":"stop","model":"gpt-4o-mini","usage":{"input":50,"output":2,"cached":0},"latency_ms":408,"ttft_ms":388}
-- prompts/support/topic.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0}
input:
  schema:
    text: string
---
{{role "system"}}
Name the topic of this message in one word.
{{role "user"}}
{{text}}
$ git init -q
$ git add -A
$ git commit -qm one
-- prompts/support/topic.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0}
input:
  schema:
    text: string
---
{{role "system"}}
Name the topic of this message in one word: billing, delivery or other.
With several problems, take the first.
{{role "user"}}
{{text}}
$ git add -A
$ git commit -qm two
# Without runs, only the text is compared; with runs of one side, what is missing is said.
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD
support/topic@git:HEAD~1 → support/topic@git:HEAD
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[exit 0]
$ promptctl eval support/topic@git:HEAD~1 --offline --cases 0
REJECTED  support/topic@git:HEAD~1 on topic: 1 case failed

  cases      10: 9 passed, 1 failed, 0 errors
  pass rate  90.0%, 95% interval 59.6% to 98.2%
  score      0.900, 95% interval 0.626 to 1.000
  metrics    brevity 90.0%
  latency    not measured (10 replayed, not counted)
  tokens     500 in, 32 out
  cost       $0.0000942
  model      openai/gpt-4o-mini
  run        offline-64f3c7fc4740
  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k prompt:6636ceca
             suite:9c27c8ed promptctl:0.1.0 commit:29e00617

  and 1 more: promptctl runs show offline-64f3c7fc4740 --cases 1
[exit 1]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD
support/topic@git:HEAD~1 → support/topic@git:HEAD
  note: no run of support/topic@git:HEAD on topic with openai/gpt-4o-mini:
        promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --eval
        makes it
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[exit 0]
# Runs under other conditions are not compared, unless that is asked for.
-- golden/topic/suite.yaml
prompt: support/topic
cases: cases.jsonl
assert:
  - {type: icontains, value: "{{expected}}"}
  - {type: word-count, value: {max: 6}, required: false, metric: brevity}
  - {type: not-contains, value: "sorry", metric: manners}
$ promptctl eval --offline --cases 0
REJECTED  support/topic on topic: 2 cases failed

  cases      10: 8 passed, 2 failed, 0 errors
  pass rate  80.0%, 95% interval 49.0% to 94.3%
  score      0.900, 95% interval 0.622 to 1.000
  metrics    brevity 90.0%, manners 100.0%
  latency    not measured (10 replayed, not counted)
  tokens     640 in, 52 out
  cost       $0.000127
  model      openai/gpt-4o-mini
  run        offline-a619a9bdde48
  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k prompt:be302220
             suite:6635eee2 promptctl:0.1.0 commit:29e00617+dirty

  and 2 more: promptctl runs show offline-a619a9bdde48 --cases 2
[exit 1]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD
support/topic@git:HEAD~1 → support/topic@git:HEAD
  note: topic with openai/gpt-4o-mini can't be compared: between the runs differ
        the suite's content (9c27c8ed1161, then 6635eee23a56)
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[stderr]
error[not-comparable]: runs made under different conditions say nothing of the prompt
  hint: --eval makes new ones; --allow-drift compares them all the same
[exit 2]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --allow-drift --cases 0
support/topic@git:HEAD~1 → support/topic@git:HEAD

topic with openai/gpt-4o-mini: 10 cases in both runs: 2 lost, 0 worse, 6
  unchanged, 1 better, 1 gained
  DRIFT  not the prompt alone changed, but also the suite's content (9c27c8ed →
         6635eee2)

  figure          before → after   points (95% interval)  verdict     cases
  pass rate        90.0% → 80.0%  -10.0 (-45.4 to +28.0)  can't tell     10
  score            0.900 → 0.900   +0.0 (-33.5 to +33.5)  can't tell     10
  brevity          0.900 → 0.900   +0.0 (-34.2 to +34.2)  can't tell     10
  pass rate [de]  100.0% → 66.7%  -33.3 (-79.2 to +41.5)  can't tell      3
  score [de]       0.833 → 0.889   +5.6 (-92.0 to +98.6)  can't tell      3
  pass rate [en]   85.7% → 85.7%   +0.0 (-43.7 to +43.7)  can't tell      7
  score [en]       0.929 → 0.905   -2.4 (-46.4 to +42.7)  can't tell      7

  figure              p  p (Holm)  test           detectable
  pass rate       1.000     1.000  exact McNemar        59.3
  score           1.000     1.000  sign flips           46.7
  brevity         1.000     1.000  exact McNemar        53.4
  pass rate [de]  1.000     1.000  exact McNemar        none
  score [de]      1.000     1.000  sign flips           none
  pass rate [en]  1.000     1.000  exact McNemar        74.9
  score [en]      1.000     1.000  sign flips           61.4

  time and cost            before → after  ratio (95% interval)  verdict
  cost p50       $0.00000870 → $0.0000108  ×1.24 (1.16 to 1.24)  dearer
  cost p95        $0.0000119 → $0.0000210  ×1.76 (0.79 to 3.10)  can't tell
  cost mean                                ×1.35 (1.05 to 1.81)  dearer

  with 10 cases, a true difference of 59.3 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 10 calls before and 10 after were replayed or failed; there is
  nothing to compare

  and 4 more changed cases: --cases 4

  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca
             after:be302220 suite:9c27c8ed→6635eee2 model:openai/gpt-4o-mini
             interval:95% bootstrap-seed:20261121 promptctl:0.1.0

  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[exit 0]
# Missing runs are made first, and then they are there. Each form says the same.
-- golden/topic/suite.yaml
prompt: support/topic
cases: cases.jsonl
assert:
  - {type: icontains, value: "{{expected}}"}
  - {type: word-count, value: {max: 6}, required: false, metric: brevity}
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --eval --offline
support/topic@git:HEAD~1 → support/topic@git:HEAD

topic with openai/gpt-4o-mini: 10 cases in both runs: 2 lost, 0 worse, 6
  unchanged, 1 better, 1 gained

  figure          before → after   points (95% interval)  verdict     cases
  pass rate        90.0% → 80.0%  -10.0 (-45.4 to +28.0)  can't tell     10
  score            0.900 → 0.850   -5.0 (-41.2 to +32.8)  can't tell     10
  brevity          0.900 → 0.900   +0.0 (-34.2 to +34.2)  can't tell     10
  pass rate [de]  100.0% → 66.7%  -33.3 (-79.2 to +41.5)  can't tell      3
  score [de]       0.833 → 0.833   +0.0 (-98.2 to +98.2)  can't tell      3
  pass rate [en]   85.7% → 85.7%   +0.0 (-43.7 to +43.7)  can't tell      7
  score [en]       0.929 → 0.857   -7.1 (-54.3 to +43.2)  can't tell      7

  figure              p  p (Holm)  test           detectable
  pass rate       1.000     1.000  exact McNemar        59.3
  score           1.000     1.000  sign flips           51.6
  brevity         1.000     1.000  exact McNemar        53.4
  pass rate [de]  1.000     1.000  exact McNemar        none
  score [de]      1.000     1.000  sign flips           none
  pass rate [en]  1.000     1.000  exact McNemar        74.9
  score [en]      1.000     1.000  sign flips           67.2

  time and cost            before → after  ratio (95% interval)  verdict
  cost p50       $0.00000870 → $0.0000108  ×1.24 (1.16 to 1.24)  dearer
  cost p95        $0.0000119 → $0.0000210  ×1.76 (0.79 to 3.10)  can't tell
  cost mean                                ×1.35 (1.05 to 1.81)  dearer

  with 10 cases, a true difference of 59.3 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 10 calls before and 10 after were replayed or failed; there is
  nothing to compare

  lost  late (critical)  score 1.000 → 0.000
    before  delivery
    after   other: the writer asks a question, and nothing was said to be late,
            broken or wrong.\n\nNothing else is asked for in the mess…
            ✗ icontains: the reply does not hold, in any case of letters,
              "delivery": "other: the writer asks a question, and nothing was
              said to be late, broken or…"
            ✗ word-count (brevity): the reply has 24 words, not at most 6:
              "other: the writer asks a question, and nothing was said to be
              late, broken or…"

  lost  paket  score 1.000 → 0.500
    before  delivery
    after   Sonstiges
            ✗ icontains: the reply does not hold, in any case of letters,
              "delivery": "Sonstiges"

  better  lob  score 0.500 → 1.000
    before  other, as this is praise and no question
            ✗ word-count (brevity): the reply has 8 words, not at most 6:
              "other, as this is praise and no question"
    after   other

  gained  two  score 0.500 → 1.000
    before  billing
            ✗ icontains: the reply does not hold, in any case of letters,
              "other": "billing"
    after   other

  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca
             after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[exit 0]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --cases 1 -o diff.md -o diff.html -o diff.txt
support/topic@git:HEAD~1 → support/topic@git:HEAD

topic with openai/gpt-4o-mini: 10 cases in both runs: 2 lost, 0 worse, 6
  unchanged, 1 better, 1 gained

  figure          before → after   points (95% interval)  verdict     cases
  pass rate        90.0% → 80.0%  -10.0 (-45.4 to +28.0)  can't tell     10
  score            0.900 → 0.850   -5.0 (-41.2 to +32.8)  can't tell     10
  brevity          0.900 → 0.900   +0.0 (-34.2 to +34.2)  can't tell     10
  pass rate [de]  100.0% → 66.7%  -33.3 (-79.2 to +41.5)  can't tell      3
  score [de]       0.833 → 0.833   +0.0 (-98.2 to +98.2)  can't tell      3
  pass rate [en]   85.7% → 85.7%   +0.0 (-43.7 to +43.7)  can't tell      7
  score [en]       0.929 → 0.857   -7.1 (-54.3 to +43.2)  can't tell      7

  figure              p  p (Holm)  test           detectable
  pass rate       1.000     1.000  exact McNemar        59.3
  score           1.000     1.000  sign flips           51.6
  brevity         1.000     1.000  exact McNemar        53.4
  pass rate [de]  1.000     1.000  exact McNemar        none
  score [de]      1.000     1.000  sign flips           none
  pass rate [en]  1.000     1.000  exact McNemar        74.9
  score [en]      1.000     1.000  sign flips           67.2

  time and cost            before → after  ratio (95% interval)  verdict
  cost p50       $0.00000870 → $0.0000108  ×1.24 (1.16 to 1.24)  dearer
  cost p95        $0.0000119 → $0.0000210  ×1.76 (0.79 to 3.10)  can't tell
  cost mean                                ×1.35 (1.05 to 1.81)  dearer

  with 10 cases, a true difference of 59.3 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 10 calls before and 10 after were replayed or failed; there is
  nothing to compare

  lost  late (critical)  score 1.000 → 0.000
    before  delivery
    after   other: the writer asks a question, and nothing was said to be late,
            broken or wrong.\n\nNothing else is asked for in the mess…
            ✗ icontains: the reply does not hold, in any case of letters,
              "delivery": "other: the writer asks a question, and nothing was
              said to be late, broken or…"
            ✗ word-count (brevity): the reply has 24 words, not at most 6:
              "other: the writer asks a question, and nothing was said to be
              late, broken or…"

  and 3 more changed cases: --cases 4

  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca
             after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

  interface  unchanged
  config     unchanged
  text       prompt
  @@ 6,6 → 6,7 @@
         text: string
     ---
     {{role "system"}}
   - Name the topic of this message in one word.
   + Name the topic of this message in one word{+: billing, delivery or other+}.
   + With several problems, take the first.
     {{role "user"}}
     {{text}}
[exit 0]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --json --cases 2
{
  "format": "promptctl-diff 2",
  "changes": [
    {
      "before": "support/topic@git:HEAD~1",
      "after": "support/topic@git:HEAD",
      "content": {
        "before": {
          "address": "support/topic@git:HEAD~1",
          "digest": "6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06"
        },
        "after": {
          "address": "support/topic@git:HEAD",
          "digest": "be3022201cd67459dacb823badb18b3658ce0add20a5613daecd9fb1a83670d8"
        },
        "identical": false,
        "interface": {
          "changed": false,
          "impact": "compatible",
          "input": [],
          "output": []
        },
        "config": [],
        "partials": [],
        "text": [
          {
            "file": "prompt",
            "hunks": [
              {
                "old_start": 6,
                "old_lines": 6,
                "new_start": 6,
                "new_lines": 7,
                "lines": [
                  {
                    "kind": "same",
                    "old_line": 6,
                    "new_line": 6,
                    "text": "    text: string",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 7,
                    "new_line": 7,
                    "text": "---",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 8,
                    "new_line": 8,
                    "text": "{{role \"system\"}}",
                    "newline": true
                  },
                  {
                    "kind": "removed",
                    "old_line": 9,
                    "new_line": null,
                    "text": "Name the topic of this message in one word.",
                    "newline": true,
                    "words": [
                      {
                        "text": "Name the topic of this message in one word.",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 9,
                    "text": "Name the topic of this message in one word: billing, delivery or other.",
                    "newline": true,
                    "words": [
                      {
                        "text": "Name the topic of this message in one word",
                        "changed": false
                      },
                      {
                        "text": ": billing, delivery or other",
                        "changed": true
                      },
                      {
                        "text": ".",
                        "changed": false
                      }
                    ]
                  },
                  {
                    "kind": "added",
                    "old_line": null,
                    "new_line": 10,
                    "text": "With several problems, take the first.",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 10,
                    "new_line": 11,
                    "text": "{{role \"user\"}}",
                    "newline": true
                  },
                  {
                    "kind": "same",
                    "old_line": 11,
                    "new_line": 12,
                    "text": "{{text}}",
                    "newline": true
                  }
                ]
              }
            ]
          }
        ]
      },
      "suites": [
        {
          "suite": "topic",
          "before": {
            "id": "offline-64f3c7fc4740",
            "prompt": "support/topic",
            "prompt_digest": "6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06",
            "suite_digest": "9c27c8ed11612d5c9bde514dd5a23dea735fbeb401f02bdab95bc8c1b36f8b23",
            "dataset_digest": "5cd61308efb435ef03d47e2dedaccb70d129a6b338e8c5a0193a4f0c7792ee48",
            "models": [
              "openai/gpt-4o-mini"
            ],
            "repeat": 1,
            "reducer": "pass^k",
            "selection": "{}",
            "commit": "29e006176c233b795ed17908b8fd88acf6449d71",
            "dirty": false,
            "offline": true,
            "started": "2026-01-02T03:04:05Z",
            "promptctl": "0.1.0"
          },
          "after": {
            "id": "offline-b4bf71130e00",
            "prompt": "support/topic",
            "prompt_digest": "be3022201cd67459dacb823badb18b3658ce0add20a5613daecd9fb1a83670d8",
            "suite_digest": "9c27c8ed11612d5c9bde514dd5a23dea735fbeb401f02bdab95bc8c1b36f8b23",
            "dataset_digest": "5cd61308efb435ef03d47e2dedaccb70d129a6b338e8c5a0193a4f0c7792ee48",
            "models": [
              "openai/gpt-4o-mini"
            ],
            "repeat": 1,
            "reducer": "pass^k",
            "selection": "{}",
            "commit": "29e006176c233b795ed17908b8fd88acf6449d71",
            "dirty": false,
            "offline": true,
            "started": "2026-01-02T03:04:05Z",
            "promptctl": "0.1.0"
          },
          "confidence": 0.95,
          "bootstrap_seed": 20261121,
          "drift": [],
          "cases": {
            "joined": 10,
            "lost": 2,
            "worse": 0,
            "unchanged": 6,
            "better": 1,
            "gained": 1,
            "undecided": 0,
            "quarantined": 0,
            "only_before": 0,
            "only_after": 0
          },
          "figures": [
            {
              "figure": "pass_rate",
              "tag": null,
              "count": 10,
              "clusters": 10,
              "before": 0.9,
              "after": 0.8,
              "difference": {
                "value": -0.1,
                "low": -0.453544,
                "high": 0.280053
              },
              "method": "Tango",
              "bootstrap": {
                "value": -0.1,
                "low": -0.4,
                "high": 0.2
              },
              "test": "exact McNemar",
              "p": 1,
              "mid_p": 0.625,
              "adjusted_p": 1,
              "effect": -0.283794,
              "detectable": 0.592502
            },
            {
              "figure": "score",
              "tag": null,
              "count": 10,
              "clusters": 10,
              "before": 0.9,
              "after": 0.85,
              "difference": {
                "value": -0.05,
                "low": -0.411611,
                "high": 0.328277
              },
              "method": "t",
              "bootstrap": {
                "value": -0.05,
                "low": -0.35,
                "high": 0.2
              },
              "test": "sign flips",
              "p": 1,
              "mid_p": null,
              "adjusted_p": 1,
              "effect": -0.114208,
              "detectable": 0.515896
            },
            {
              "figure": "brevity",
              "tag": null,
              "count": 10,
              "clusters": 10,
              "before": 0.9,
              "after": 0.9,
              "difference": {
                "value": 0,
                "low": -0.342237,
                "high": 0.342237
              },
              "method": "Tango",
              "bootstrap": {
                "value": 0,
                "low": -0.3,
                "high": 0.3
              },
              "test": "exact McNemar",
              "p": 1,
              "mid_p": 1,
              "adjusted_p": 1,
              "effect": 0,
              "detectable": 0.534241
            },
            {
              "figure": "pass_rate",
              "tag": "de",
              "count": 3,
              "clusters": 3,
              "before": 1,
              "after": 0.666667,
              "difference": {
                "value": -0.333333,
                "low": -0.79234,
                "high": 0.415329
              },
              "method": "Tango",
              "bootstrap": null,
              "test": "exact McNemar",
              "p": 1,
              "mid_p": 0.5,
              "adjusted_p": 1,
              "effect": -1.230959,
              "detectable": 1.374607
            },
            {
              "figure": "score",
              "tag": "de",
              "count": 3,
              "clusters": 3,
              "before": 0.833333,
              "after": 0.833333,
              "difference": {
                "value": 0,
                "low": -0.981622,
                "high": 0.981622
              },
              "method": "t",
              "bootstrap": null,
              "test": "sign flips",
              "p": 1,
              "mid_p": null,
              "adjusted_p": 1,
              "effect": 0,
              "detectable": 1.278743
            },
            {
              "figure": "pass_rate",
              "tag": "en",
              "count": 7,
              "clusters": 7,
              "before": 0.857143,
              "after": 0.857143,
              "difference": {
                "value": 0,
                "low": -0.436939,
                "high": 0.436939
              },
              "method": "Tango",
              "bootstrap": null,
              "test": "exact McNemar",
              "p": 1,
              "mid_p": 1,
              "adjusted_p": 1,
              "effect": 0,
              "detectable": 0.748755
            },
            {
              "figure": "score",
              "tag": "en",
              "count": 7,
              "clusters": 7,
              "before": 0.928571,
              "after": 0.857143,
              "difference": {
                "value": -0.0714286,
                "low": -0.543389,
                "high": 0.432278
              },
              "method": "t",
              "bootstrap": null,
              "test": "sign flips",
              "p": 1,
              "mid_p": null,
              "adjusted_p": 1,
              "effect": -0.158777,
              "detectable": 0.672265
            }
          ],
          "ratios": [
            {
              "figure": "latency",
              "unit": "ms",
              "before": null,
              "after": null,
              "median_ratio": null,
              "p95_ratio": null,
              "mean_ratio": null,
              "excluded_before": 10,
              "excluded_after": 10
            },
            {
              "figure": "first token",
              "unit": "ms",
              "before": null,
              "after": null,
              "median_ratio": null,
              "p95_ratio": null,
              "mean_ratio": null,
              "excluded_before": 10,
              "excluded_after": 10
            },
            {
              "figure": "cost",
              "unit": "USD",
              "before": {
                "count": 10,
                "p50": 8.7e-06,
                "p90": 9.78e-06,
                "p95": 1.194e-05,
                "p99": 1.3668e-05,
                "max": 1.41e-05
              },
              "after": {
                "count": 10,
                "p50": 1.08e-05,
                "p90": 1.314e-05,
                "p95": 2.097e-05,
                "p99": 2.7234e-05,
                "max": 2.88e-05
              },
              "median_ratio": {
                "value": 1.241379,
                "low": 1.16129,
                "high": 1.241379
              },
              "p95_ratio": {
                "value": 1.756281,
                "low": 0.789362,
                "high": 3.096774
              },
              "mean_ratio": {
                "value": 1.350318,
                "low": 1.046243,
                "high": 1.813333
              },
              "excluded_before": 0,
              "excluded_after": 0
            }
          ],
          "worst_case": null,
          "flaky_before": [],
          "flaky_after": [],
          "changes": [
            {
              "case": "late",
              "change": "lost",
              "critical": true,
              "quarantined": false,
              "score_before": 1,
              "score_after": 0
            },
            {
              "case": "paket",
              "change": "lost",
              "critical": false,
              "quarantined": false,
              "score_before": 1,
              "score_after": 0.5
            },
            {
              "case": "lob",
              "change": "better",
              "critical": false,
              "quarantined": false,
              "score_before": 0.5,
              "score_after": 1
            },
            {
              "case": "two",
              "change": "gained",
              "critical": false,
              "quarantined": false,
              "score_before": 0.5,
              "score_after": 1
            }
          ],
          "replies": [
            {
              "case": "late",
              "before": "delivery",
              "after": "other: the writer asks a question, and nothing was said to be late, broken or wrong.\n\nNothing else is asked for in the message.",
              "failing": [
                "icontains: the reply does not hold, in any case of letters, \"delivery\": \"other: the writer asks a question, and nothing was said to be late, broken or…\"",
                "word-count (brevity): the reply has 24 words, not at most 6: \"other: the writer asks a question, and nothing was said to be late, broken or…\""
              ]
            },
            {
              "case": "paket",
              "before": "delivery",
              "after": "Sonstiges",
              "failing": [
                "icontains: the reply does not hold, in any case of letters, \"delivery\": \"Sonstiges\""
              ]
            }
          ]
        }
      ],
      "notes": [],
      "gate": null
    }
  ]
}
[exit 0]
$ promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --format markdown
### <code>support/topic&#64;git:HEAD&#126;1</code> → <code>support/topic&#64;git:HEAD</code>

#### <code>topic</code> with <code>openai/gpt-4o-mini</code>

10 cases in both runs: 2 lost, 0 worse, 6 unchanged, 1 better, 1 gained

| figure | before → after | points (95% interval) | verdict | cases | p | p (Holm) | test | detectable |
|---|--:|--:|---|--:|--:|--:|---|--:|
| pass rate | 90.0% → 80.0% | -10.0 (-45.4 to +28.0) | can't tell | 10 | 1.000 | 1.000 | exact McNemar | 59.3 |
| score | 0.900 → 0.850 | -5.0 (-41.2 to +32.8) | can't tell | 10 | 1.000 | 1.000 | sign flips | 51.6 |
| brevity | 0.900 → 0.900 | +0.0 (-34.2 to +34.2) | can't tell | 10 | 1.000 | 1.000 | exact McNemar | 53.4 |
| pass rate &#91;de&#93; | 100.0% → 66.7% | -33.3 (-79.2 to +41.5) | can't tell | 3 | 1.000 | 1.000 | exact McNemar | none |
| score &#91;de&#93; | 0.833 → 0.833 | +0.0 (-98.2 to +98.2) | can't tell | 3 | 1.000 | 1.000 | sign flips | none |
| pass rate &#91;en&#93; | 85.7% → 85.7% | +0.0 (-43.7 to +43.7) | can't tell | 7 | 1.000 | 1.000 | exact McNemar | 74.9 |
| score &#91;en&#93; | 0.929 → 0.857 | -7.1 (-54.3 to +43.2) | can't tell | 7 | 1.000 | 1.000 | sign flips | 67.2 |

| time and cost | before → after | ratio (95% interval) | verdict |
|---|--:|--:|---|
| cost p50 | &#36;0.00000870 → &#36;0.0000108 | ×1.24 (1.16 to 1.24) | **dearer** |
| cost p95 | &#36;0.0000119 → &#36;0.0000210 | ×1.76 (0.79 to 3.10) | can't tell |
| cost mean |  | ×1.35 (1.05 to 1.81) | **dearer** |

- with 10 cases, a true difference of 59.3 points in the pass rate is seen 4 times of 5, a smaller one less often
- latency: 10 calls before and 10 after were replayed or failed; there is nothing to compare

<details><summary>Changed cases: 4</summary>

**lost** <code>late</code> (critical): score 1.000 → 0.000

Before:

```
delivery
```

After:

```
other: the writer asks a question, and nothing was said to be late, broken or wrong.

Nothing else is asked for in the message.
```

- ✗ icontains: the reply does not hold, in any case of letters, "delivery": "other: the writer asks a question, and nothing was said to be late, broken or…"
- ✗ word-count (brevity): the reply has 24 words, not at most 6: "other: the writer asks a question, and nothing was said to be late, broken or…"

**lost** <code>paket</code>: score 1.000 → 0.500

Before:

```
delivery
```

After:

```
Sonstiges
```

- ✗ icontains: the reply does not hold, in any case of letters, "delivery": "Sonstiges"

**better** <code>lob</code>: score 0.500 → 1.000

Before:

```
other, as this is praise and no question
```

- ✗ word-count (brevity): the reply has 8 words, not at most 6: "other, as this is praise and no question"

After:

```
other
```

**gained** <code>two</code>: score 0.500 → 1.000

Before:

```
billing
```

- ✗ icontains: the reply does not hold, in any case of letters, "other": "billing"

After:

```
other
```

</details>

<details><summary>Interface and settings</summary>

```
  interface  unchanged
  config     unchanged
```

</details>

<details><summary>Text: <code>prompt</code></summary>

```diff
@@ -6,6 +6,7 @@
     text: string
 ---
 {{role "system"}}
-Name the topic of this message in one word.
+Name the topic of this message in one word: billing, delivery or other.
+With several problems, take the first.
 {{role "user"}}
 {{text}}
```

</details>

<sub><code>dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95% bootstrap-seed:20261121 promptctl:0.1.0</code></sub>
[exit 0]
$ GITHUB_STEP_SUMMARY=summary.md promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --format github --cases 1
::error file=prompts/support/topic.prompt,title=lost%3A late (critical)::topic with openai/gpt-4o-mini: score 1.000 → 0.000; icontains: the reply does not hold, in any case of letters, "delivery": "other: the writer asks a question, and nothing was said to be late, broken or…"; word-count (brevity): the reply has 24 words, not at most 6: "other: the writer asks a question, and nothing was said to be late, broken or…"
::warning file=prompts/support/topic.prompt,title=lost%3A paket::topic with openai/gpt-4o-mini: score 1.000 → 0.500
[exit 0]
$ cat summary.md
### <code>support/topic&#64;git:HEAD&#126;1</code> → <code>support/topic&#64;git:HEAD</code>

#### <code>topic</code> with <code>openai/gpt-4o-mini</code>

10 cases in both runs: 2 lost, 0 worse, 6 unchanged, 1 better, 1 gained

| figure | before → after | points (95% interval) | verdict | cases | p | p (Holm) | test | detectable |
|---|--:|--:|---|--:|--:|--:|---|--:|
| pass rate | 90.0% → 80.0% | -10.0 (-45.4 to +28.0) | can't tell | 10 | 1.000 | 1.000 | exact McNemar | 59.3 |
| score | 0.900 → 0.850 | -5.0 (-41.2 to +32.8) | can't tell | 10 | 1.000 | 1.000 | sign flips | 51.6 |
| brevity | 0.900 → 0.900 | +0.0 (-34.2 to +34.2) | can't tell | 10 | 1.000 | 1.000 | exact McNemar | 53.4 |
| pass rate &#91;de&#93; | 100.0% → 66.7% | -33.3 (-79.2 to +41.5) | can't tell | 3 | 1.000 | 1.000 | exact McNemar | none |
| score &#91;de&#93; | 0.833 → 0.833 | +0.0 (-98.2 to +98.2) | can't tell | 3 | 1.000 | 1.000 | sign flips | none |
| pass rate &#91;en&#93; | 85.7% → 85.7% | +0.0 (-43.7 to +43.7) | can't tell | 7 | 1.000 | 1.000 | exact McNemar | 74.9 |
| score &#91;en&#93; | 0.929 → 0.857 | -7.1 (-54.3 to +43.2) | can't tell | 7 | 1.000 | 1.000 | sign flips | 67.2 |

| time and cost | before → after | ratio (95% interval) | verdict |
|---|--:|--:|---|
| cost p50 | &#36;0.00000870 → &#36;0.0000108 | ×1.24 (1.16 to 1.24) | **dearer** |
| cost p95 | &#36;0.0000119 → &#36;0.0000210 | ×1.76 (0.79 to 3.10) | can't tell |
| cost mean |  | ×1.35 (1.05 to 1.81) | **dearer** |

- with 10 cases, a true difference of 59.3 points in the pass rate is seen 4 times of 5, a smaller one less often
- latency: 10 calls before and 10 after were replayed or failed; there is nothing to compare

<details><summary>Changed cases: 1 of 4</summary>

**lost** <code>late</code> (critical): score 1.000 → 0.000

Before:

```
delivery
```

After:

```
other: the writer asks a question, and nothing was said to be late, broken or wrong.

Nothing else is asked for in the message.
```

- ✗ icontains: the reply does not hold, in any case of letters, "delivery": "other: the writer asks a question, and nothing was said to be late, broken or…"
- ✗ word-count (brevity): the reply has 24 words, not at most 6: "other: the writer asks a question, and nothing was said to be late, broken or…"

</details>

<details><summary>Interface and settings</summary>

```
  interface  unchanged
  config     unchanged
```

</details>

<details><summary>Text: <code>prompt</code></summary>

```diff
@@ -6,6 +6,7 @@
     text: string
 ---
 {{role "system"}}
-Name the topic of this message in one word.
+Name the topic of this message in one word: billing, delivery or other.
+With several problems, take the first.
 {{role "user"}}
 {{text}}
```

</details>

<sub><code>dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95% bootstrap-seed:20261121 promptctl:0.1.0</code></sub>
$ GITHUB_STEP_SUMMARY= promptctl diff support/topic@git:HEAD~1 support/topic@git:HEAD --format html --cases 1
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>support/topic@git:HEAD~1 → support/topic@git:HEAD</title>
<style>
:root {
  color-scheme: light dark;
  --page: light-dark(#ffffff, #0d1117);
  --text: light-dark(#1f2328, #e6edf3);
  --quiet: light-dark(#59636e, #9198a1);
  --line: light-dark(#d1d9e0, #3d444d);
  --block: light-dark(#f6f8fa, #151b23);
  --link: light-dark(#0550ae, #79b8ff);
  --worse: light-dark(#b3261e, #ff8a80);
  --better: light-dark(#1a6f37, #56d37a);
  --open: light-dark(#7d4e00, #e3b341);
  --removed: light-dark(#ffebe9, #3c1618);
  --added: light-dark(#dafbe1, #12311f);
  --removed-word: light-dark(#ffc9c4, #792e2e);
  --added-word: light-dark(#a5e9b5, #1f6b38);
  --found: light-dark(#fff3cd, #3a2e05);
  --series-1: light-dark(#0a5fb4, #6cb0ff);
  --series-2: light-dark(#b35900, #f0a35e);
  --series-3: light-dark(#7a45c9, #b893ff);
  --series-4: light-dark(#0b7a75, #4fd1c5);
  --series-5: light-dark(#a8326e, #f08fc0);
  --series-6: light-dark(#5b6570, #a9b2bc);
}
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
article + article { border-top: 3px solid var(--line); margin-top: 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { font-size: 1.2rem; margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.outcome { font-size: 1.25rem; font-weight: 600; margin: 1rem 0; }
.worse { color: var(--worse); font-weight: 600; }
.better { color: var(--better); font-weight: 600; }
.open, .drift { color: var(--open); font-weight: 600; }
.quiet, .signature { color: var(--quiet); font-size: .875rem; }
.signature { font-family: ui-monospace, monospace; font-size: .8rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); font-size: .875rem; padding-bottom: .3rem; }
th, td { padding: .35rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td { white-space: nowrap; }
td:last-child:not(.number) { white-space: normal; min-width: 10rem; }
th[scope=col] { color: var(--quiet); font-weight: 600; white-space: nowrap; }
th[scope=row] { font-weight: 600; min-width: 8rem; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { margin: 0; padding: .6rem .75rem; background: var(--block); border: 1px solid var(--line); border-radius: 6px;
  white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.45 ui-monospace, monospace; }
.replies { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
.replies h5 { margin: 0 0 .25rem; font-size: .85rem; color: var(--quiet); }
.replies ul { margin: .5rem 0 0; padding-left: 1.25rem; font-size: .9rem; }
.diff span { display: block; }
.diff .removed { background: var(--removed); }
.diff .added { background: var(--added); }
.diff .place { color: var(--quiet); }
.diff del { background: var(--removed-word); text-decoration: line-through; }
.diff ins { background: var(--added-word); text-decoration: underline; }
.forest { display: block; width: 100%; min-width: 30rem; max-width: 44rem; font: 13px system-ui, sans-serif; }
.forest text { fill: var(--text); text-anchor: end; }
.forest .axis { fill: var(--quiet); text-anchor: middle; }
.forest line { stroke: var(--quiet); stroke-width: 2; }
.forest .zero { stroke-width: 1; stroke-dasharray: 3 3; }
.forest circle { fill: var(--page); stroke: var(--quiet); stroke-width: 2; }
.forest .worse line, .forest .worse circle { stroke: var(--worse); fill: var(--worse); }
.forest .better line, .forest .better circle { stroke: var(--better); fill: var(--better); }
@media (max-width: 30rem) {
  h1 { font-size: 1.25rem; }
  main { padding: .75rem; }
}
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  table { font-size: .75rem; }
  th, td { padding: .2rem .4rem; }
  td { white-space: normal; }
  tr, svg, .case h4 { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
</style>
</head>
<body>
<main>
<article><h1>support/topic@git:HEAD~1 → support/topic@git:HEAD</h1>
<section><h2>topic with openai/gpt-4o-mini</h2>
<p>10 cases in both runs: 2 lost, 0 worse, 6 unchanged, 1 better, 1 gained</p>
<div class="scroll" role="region" tabindex="0" aria-label="Figures before and after"><table>
<caption>Figures before and after</caption>
<thead><tr><th scope="col">figure</th><th scope="col" class="number">before → after</th><th scope="col" class="number">points (95% interval)</th><th scope="col">verdict</th><th scope="col" class="number">cases</th><th scope="col" class="number">p</th><th scope="col" class="number">p (Holm)</th><th scope="col">test</th><th scope="col" class="number">detectable</th></tr></thead>
<tbody>
<tr><th scope="row">pass rate</th><td class="number">90.0% → 80.0%</td><td class="number">-10.0 (-45.4 to +28.0)</td><td>can&#39;t tell</td><td class="number">10</td><td class="number">1.000</td><td class="number">1.000</td><td>exact McNemar</td><td class="number">59.3</td></tr>
<tr><th scope="row">score</th><td class="number">0.900 → 0.850</td><td class="number">-5.0 (-41.2 to +32.8)</td><td>can&#39;t tell</td><td class="number">10</td><td class="number">1.000</td><td class="number">1.000</td><td>sign flips</td><td class="number">51.6</td></tr>
<tr><th scope="row">brevity</th><td class="number">0.900 → 0.900</td><td class="number">+0.0 (-34.2 to +34.2)</td><td>can&#39;t tell</td><td class="number">10</td><td class="number">1.000</td><td class="number">1.000</td><td>exact McNemar</td><td class="number">53.4</td></tr>
<tr><th scope="row">pass rate [de]</th><td class="number">100.0% → 66.7%</td><td class="number">-33.3 (-79.2 to +41.5)</td><td>can&#39;t tell</td><td class="number">3</td><td class="number">1.000</td><td class="number">1.000</td><td>exact McNemar</td><td class="number">none</td></tr>
<tr><th scope="row">score [de]</th><td class="number">0.833 → 0.833</td><td class="number">+0.0 (-98.2 to +98.2)</td><td>can&#39;t tell</td><td class="number">3</td><td class="number">1.000</td><td class="number">1.000</td><td>sign flips</td><td class="number">none</td></tr>
<tr><th scope="row">pass rate [en]</th><td class="number">85.7% → 85.7%</td><td class="number">+0.0 (-43.7 to +43.7)</td><td>can&#39;t tell</td><td class="number">7</td><td class="number">1.000</td><td class="number">1.000</td><td>exact McNemar</td><td class="number">74.9</td></tr>
<tr><th scope="row">score [en]</th><td class="number">0.929 → 0.857</td><td class="number">-7.1 (-54.3 to +43.2)</td><td>can&#39;t tell</td><td class="number">7</td><td class="number">1.000</td><td class="number">1.000</td><td>sign flips</td><td class="number">67.2</td></tr>
</tbody></table></div>
<div class="scroll" role="region" tabindex="0" aria-label="Plot of the differences"><svg class="forest" role="img" viewBox="0 0 544 194">
<title>Differences in points with their 95% intervals</title>
<desc>pass rate: -10.0 (-45.4 to +28.0), can&#39;t tell; score: -5.0 (-41.2 to +32.8), can&#39;t tell; brevity: +0.0 (-34.2 to +34.2), can&#39;t tell; pass rate [de]: -33.3 (-79.2 to +41.5), can&#39;t tell; score [de]: +0.0 (-98.2 to +98.2), can&#39;t tell; pass rate [en]: +0.0 (-43.7 to +43.7), can&#39;t tell; score [en]: -7.1 (-54.3 to +43.2), can&#39;t tell</desc>
<line class="zero" x1="357.0" x2="357.0" y1="0" y2="174"/>
<g><text x="170" y="16.0">pass rate</text><line x1="282.2" x2="403.2" y1="12.0" y2="12.0"/><circle cx="340.5" cy="12.0" r="4.5"/></g>
<g><text x="170" y="40.0">score</text><line x1="289.1" x2="411.2" y1="36.0" y2="36.0"/><circle cx="348.8" cy="36.0" r="4.5"/></g>
<g><text x="170" y="64.0">brevity</text><line x1="300.5" x2="413.5" y1="60.0" y2="60.0"/><circle cx="357.0" cy="60.0" r="4.5"/></g>
<g><text x="170" y="88.0">pass rate [de]</text><line x1="226.3" x2="425.5" y1="84.0" y2="84.0"/><circle cx="302.0" cy="84.0" r="4.5"/></g>
<g><text x="170" y="112.0">score [de]</text><line x1="195.0" x2="519.0" y1="108.0" y2="108.0"/><circle cx="357.0" cy="108.0" r="4.5"/></g>
<g><text x="170" y="136.0">pass rate [en]</text><line x1="284.9" x2="429.1" y1="132.0" y2="132.0"/><circle cx="357.0" cy="132.0" r="4.5"/></g>
<g><text x="170" y="160.0">score [en]</text><line x1="267.3" x2="428.3" y1="156.0" y2="156.0"/><circle cx="345.2" cy="156.0" r="4.5"/></g>
<text class="axis" x="192.0" y="188">-100</text>
<text class="axis" x="357.0" y="188">0 points</text>
<text class="axis" x="522.0" y="188">+100</text>
</svg></div>
<div class="scroll" role="region" tabindex="0" aria-label="Time and cost before and after"><table>
<caption>Time and cost before and after</caption>
<thead><tr><th scope="col">time and cost</th><th scope="col" class="number">before → after</th><th scope="col" class="number">ratio (95% interval)</th><th scope="col">verdict</th></tr></thead>
<tbody>
<tr><th scope="row">cost p50</th><td class="number">$0.00000870 → $0.0000108</td><td class="number">×1.24 (1.16 to 1.24)</td><td class="worse">dearer</td></tr>
<tr><th scope="row">cost p95</th><td class="number">$0.0000119 → $0.0000210</td><td class="number">×1.76 (0.79 to 3.10)</td><td>can&#39;t tell</td></tr>
<tr><th scope="row">cost mean</th><td class="number"></td><td class="number">×1.35 (1.05 to 1.81)</td><td class="worse">dearer</td></tr>
</tbody></table></div>
<ul>
<li>with 10 cases, a true difference of 59.3 points in the pass rate is seen 4 times of 5, a smaller one less often</li>
<li>latency: 10 calls before and 10 after were replayed or failed; there is nothing to compare</li>
</ul>
<h3>Changed cases</h3>
<div class="case"><h4><span class="worse">lost</span> <bdi>late (critical)</bdi>: score 1.000 → 0.000</h4>
<div class="replies">
<div><h5>before</h5>
<pre dir="auto">delivery</pre>
</div>
<div><h5>after</h5>
<pre dir="auto">other: the writer asks a question, and nothing was said to be late, broken or wrong.

Nothing else is asked for in the message.</pre>
<ul>
<li>✗ icontains: the reply does not hold, in any case of letters, &quot;delivery&quot;: &quot;other: the writer asks a question, and nothing was said to be late, broken or…&quot;</li>
<li>✗ word-count (brevity): the reply has 24 words, not at most 6: &quot;other: the writer asks a question, and nothing was said to be late, broken or…&quot;</li>
</ul>
</div>
</div>
</div>
<p class="quiet">and 3 more changed cases: --cases 4</p>
<p class="signature">signature dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95% bootstrap-seed:20261121 promptctl:0.1.0</p></section>
<section><h2>The prompt</h2>
<h3>Interface and settings</h3>
<pre>  interface  unchanged
  config     unchanged
</pre>
<h3>Text: prompt</h3>
<pre class="diff"><span class="place">@@ 6,6 → 6,7 @@</span><span class="same">      text: string</span><span class="same">  ---</span><span class="same">  {{role &quot;system&quot;}}</span><span class="removed">- Name the topic of this message in one word.</span><span class="added">+ Name the topic of this message in one word<ins>: billing, delivery or other</ins>.</span><span class="added">+ With several problems, take the first.</span><span class="same">  {{role &quot;user&quot;}}</span><span class="same">  {{text}}</span></pre>
</section>
</article>
</main>
</body>
</html>
[exit 0]
# The same content twice has no figures.
$ promptctl diff support/topic@git:HEAD --format markdown
### <code>support/topic&#64;git:HEAD</code> and <code>support/topic</code> are identical

<code>sha256:be3022201cd6</code>
[exit 0]
