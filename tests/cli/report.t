# How good, how dear and how slow a prompt is: one run, two versions, a history, in every form.
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
# Without a run there is nothing to report on; nothing is made up, and no database is made.
$ promptctl report
[stderr]
error[unknown-run]: no run is recorded here yet
  hint: promptctl eval records one
[exit 2]
$ promptctl eval support/topic@git:HEAD~1 --offline --cases 0 -q
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
$ promptctl eval support/topic@git:HEAD --offline --cases 0 -q
REJECTED  support/topic@git:HEAD on topic: 2 cases failed

  cases      10: 8 passed, 2 failed, 0 errors
  pass rate  80.0%, 95% interval 49.0% to 94.3%
  score      0.850, 95% interval 0.540 to 1.000
  metrics    brevity 90.0%
  latency    not measured (10 replayed, not counted)
  tokens     640 in, 52 out
  cost       $0.000127
  model      openai/gpt-4o-mini
  run        offline-b4bf71130e00
  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k prompt:be302220
             suite:9c27c8ed promptctl:0.1.0 commit:29e00617

  and 2 more: promptctl runs show offline-b4bf71130e00 --cases 2
[exit 1]
# What does not exist, has no run, or is misspelt.
$ promptctl report nothing
[stderr]
error[unknown-run]: there is no run and no prompt `nothing`
  hint: see promptctl runs list
[exit 2]
$ promptctl report support/topics
[stderr]
error[unknown-run]: there is no run and no prompt `support/topics`
  hint: did you mean `support/topic`?
[exit 2]
$ promptctl report support/topic@production
[stderr]
error[no-ledger]: no version of a prompt is known here
  hint: promptctl sync fetches the ledger
[exit 2]
$ promptctl report support/topic@git:HEAD~7
[stderr]
error[unknown-revision]: git knows no revision `HEAD~7`
  hint: in a shallow clone, fetch more history
[exit 2]
$ promptctl report ..support/topic
[stderr]
error[usage]: `..support/topic` does not say what to compare with
  hint: write A..B
[exit 2]
$ promptctl report --about costs
[stderr]
error[usage]: `--about costs`: a report is about quality, cost, latency or all
[exit 2]
$ promptctl report --format pdf
[stderr]
error[usage]: unknown format `pdf`
  hint: one of: console, csv, github, html, json, junit, markdown, openmetrics, prometheus
[exit 2]
$ promptctl report -o report.pdf
[stderr]
error[usage]: `-o report.pdf` does not say in which form
  hint: add --format, or end the name in .html, .md, .json, .csv, .xml, .prom or .txt
[exit 2]
$ promptctl report --per-day 0
[stderr]
error[usage]: `--per-day` must be a whole number from 1 to 1000000000000, not `0`
  hint: see promptctl report --help
[exit 2]
# A content's newest run; a day's cost.
$ promptctl report support/topic@git:HEAD~1 --per-day 10000
support/topic on topic with openai/gpt-4o-mini
  rejected: 1 case failed; run offline-64f3c7fc4740

Quality
  cases      10: 9 passed, 1 failed, 0 errors
  pass rate  90.0% (59.6% to 98.2%)
  score      0.900 (0.626 to 1.000)

  By tag, the worst first
  tag  passed  pass rate
  en      6/7      85.7%  █████████████████▏
  de      3/3     100.0%  ████████████████████

  By metric
  metric   assertions  pass rate  score
  brevity          10      90.0%  0.900

  The cases that failed, with replies: promptctl runs show offline-64f3c7fc4740

Cost
  total         $0.0000942 for 10 calls
  spent now     $0.00; $0.0000942 saved by replayed replies
  per call      $0.00000942 (95% interval $0.00000823 to $0.0000106)
  per passed    $0.0000105 for each of 9 passed cases
  10,000 a day  $0.0942 (95% interval $0.0823 to $0.106)
  a month       $2.87 (95% interval $2.50 to $3.23)

  By kind of token
  kind    tokens        cost
  input      500  $0.0000750
  output      32  $0.0000192

  Most expensive
  case             cost  tokens in  tokens out
  lob        $0.0000141         50          11
  late      $0.00000930         50           3
  paket     $0.00000930         50           3
  lost      $0.00000930         50           3
  card      $0.00000870         50           2
  rechnung  $0.00000870         50           2
  praise    $0.00000870         50           2
  refund    $0.00000870         50           2
  two       $0.00000870         50           2
  hours     $0.00000870         50           2

  By tag, the dearest first
  tag  cases  cost per call
  de       3     $0.0000107
  en       7    $0.00000887

  Prices: promptctl.yaml

Latency
  calls  0 calls measured, 10 replayed (not counted)

  No fresh call was answered: replayed replies say nothing of how fast a model
  is now.
[exit 0]
# The history of a prompt, about one topic.
$ promptctl report support/topic --about cost
support/topic

  run                   started            version  cost per call
  offline-64f3c7fc4740  2026-01-02 03:04  6636ceca    $0.00000942
  offline-b4bf71130e00  2026-01-02 03:04  be302220     $0.0000127

support/topic on topic with openai/gpt-4o-mini
  rejected: 2 cases failed; run offline-b4bf71130e00

Cost
  total       $0.000127 for 10 calls
  spent now   $0.00; $0.000127 saved by replayed replies
  per call    $0.0000127 (95% interval $0.00000867 to $0.0000168)
  per passed  $0.0000159 for each of 8 passed cases

  By kind of token
  kind    tokens        cost
  input      640  $0.0000960
  output      52  $0.0000312

  Most expensive
  case            cost  tokens in  tokens out
  late      $0.0000288         64          32
  paket     $0.0000114         64           3
  lost      $0.0000114         64           3
  card      $0.0000108         64           2
  rechnung  $0.0000108         64           2
  praise    $0.0000108         64           2
  lob       $0.0000108         64           2
  refund    $0.0000108         64           2
  two       $0.0000108         64           2
  hours     $0.0000108         64           2

  By tag, the dearest first
  tag  cases  cost per call
  en       7     $0.0000135
  de       3     $0.0000110

  Prices: promptctl.yaml
[exit 0]
# Why the new version is better or worse: what changed, case by case.
$ promptctl report support/topic@git:HEAD~1..support/topic@git:HEAD --about quality --cases 1
support/topic@git:HEAD~1..support/topic@git:HEAD

  run                   started            version  passed
  offline-64f3c7fc4740  2026-01-02 03:04  6636ceca    9/10
  offline-b4bf71130e00  2026-01-02 03:04  be302220    8/10

  run                          pass rate (95%)
  offline-64f3c7fc4740  90.0% (59.6% to 98.2%)
  offline-b4bf71130e00  80.0% (49.0% to 94.3%)

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

support/topic on topic with openai/gpt-4o-mini
  rejected: 2 cases failed; run offline-b4bf71130e00

Quality
  cases      10: 8 passed, 2 failed, 0 errors
  pass rate  80.0% (49.0% to 94.3%)
  score      0.850 (0.540 to 1.000)

  By tag, the worst first
  tag  passed  pass rate
  de      2/3      66.7%  █████████████▍
  en      6/7      85.7%  █████████████████▏

  By metric
  metric   assertions  pass rate  score
  brevity          10      90.0%  0.900

  The cases that failed, with replies: promptctl runs show offline-b4bf71130e00
[exit 0]
# The same as a comment, as annotations, as gauges and as rows.
$ promptctl report support/topic@git:HEAD~1..support/topic@git:HEAD --format markdown --cases 1
### ❌ support/topic on topic with openai/gpt-4o-mini

rejected: 2 cases failed; run <code>offline-b4bf71130e00</code>

**Runs**

| run | started | version | passed | pass rate (95%) | cost per call |
|---|---|--:|--:|--:|--:|
| offline-64f3c7fc4740 | 2026-01-02 03:04 | 6636ceca | 9/10 | 90.0% (59.6% to 98.2%) | &#36;0.00000942 |
| offline-b4bf71130e00 | 2026-01-02 03:04 | be302220 | 8/10 | 80.0% (49.0% to 94.3%) | &#36;0.0000127 |

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

<sub><code>dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca after:be302220 suite:9c27c8ed model:openai/gpt-4o-mini interval:95% bootstrap-seed:20261121 promptctl:0.1.0</code></sub>

#### Quality

- **cases**: 10: 8 passed, 2 failed, 0 errors
- **pass rate**: 80.0% (49.0% to 94.3%)
- **score**: 0.850 (0.540 to 1.000)

**By tag, the worst first**

| tag | passed | pass rate |  |
|---|--:|--:|---|
| de | 2/3 | 66.7% | █████████████▍ |
| en | 6/7 | 85.7% | █████████████████▏ |

**By metric**

| metric | assertions | pass rate | score |
|---|--:|--:|--:|
| brevity | 10 | 90.0% | 0.900 |

<sub>The cases that failed, with replies: promptctl runs show offline-b4bf71130e00</sub>

#### Cost

- **total**: &#36;0.000127 for 10 calls
- **spent now**: &#36;0.00; &#36;0.000127 saved by replayed replies
- **per call**: &#36;0.0000127 (95% interval &#36;0.00000867 to &#36;0.0000168)
- **per passed**: &#36;0.0000159 for each of 8 passed cases

**By kind of token**

| kind | tokens | cost |
|---|--:|--:|
| input | 640 | &#36;0.0000960 |
| output | 52 | &#36;0.0000312 |

**Most expensive**

| case | cost | tokens in | tokens out |
|---|--:|--:|--:|
| late | &#36;0.0000288 | 64 | 32 |
| paket | &#36;0.0000114 | 64 | 3 |
| lost | &#36;0.0000114 | 64 | 3 |
| card | &#36;0.0000108 | 64 | 2 |
| rechnung | &#36;0.0000108 | 64 | 2 |
| praise | &#36;0.0000108 | 64 | 2 |
| lob | &#36;0.0000108 | 64 | 2 |
| refund | &#36;0.0000108 | 64 | 2 |
| two | &#36;0.0000108 | 64 | 2 |
| hours | &#36;0.0000108 | 64 | 2 |

<details><summary>By tag, the dearest first</summary>

| tag | cases | cost per call |
|---|--:|--:|
| en | 7 | &#36;0.0000135 |
| de | 3 | &#36;0.0000110 |

</details>

<sub>Prices: promptctl.yaml</sub>

#### Latency

- **calls**: 0 calls measured, 10 replayed (not counted)

<sub>No fresh call was answered: replayed replies say nothing of how fast a model is now&#46;</sub>
[exit 0]
$ GITHUB_STEP_SUMMARY=summary.md promptctl report --about quality,cost --format github
::error file=prompts/support/topic.prompt,title=rejected%3A support/topic on topic with openai/gpt-4o-mini::1 case failed; pass rate 90.0%25 (59.6%25 to 98.2%25); $0.00000942 a call
[exit 0]
$ promptctl report --format csv --about cost --per-day 5
run,started,prompt,version,digest,suite,model,figure,slice,value,low,high,unit
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost,"",0.0000942,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_known,"",0.0000942,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_fresh,"",0.00,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_saved_by_replay,"",0.0000942,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_per_call,"",0.00000942,0.000008226404,0.000010613596,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_per_passed,"",0.000010466667,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",calls_without_price,"",0,,,count
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_a_day,"",0.0000471,0.00004113202,0.00005306798,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_a_month,"",0.00143360625,0.001251955859,0.001615256641,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_per_call,"de",0.0000107,,,USD
"offline-64f3c7fc4740",2026-01-02T03:04:05Z,"support/topic",,6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06,"topic","openai/gpt-4o-mini",cost_per_call,"en",0.000008871429,,,USD
[exit 0]
$ promptctl report --json --about cost --per-day 5
{
  "format": "promptctl-report 1",
  "title": "support/topic",
  "about": [
    "cost"
  ],
  "prices": {
    "source": "registry",
    "date": null,
    "digest": null
  },
  "notes": [],
  "changes": [],
  "runs": [
{
  "format": "promptctl-run 1",
  "run": "offline-64f3c7fc4740",
  "tool": {
    "name": "promptctl",
    "version": "0.1.0"
  },
  "prompt": {
    "id": "support/topic",
    "address": "support/topic@git:HEAD~1",
    "digest": "6636ceca78c77885c752cc4303b60e2b2f98a4eb96b2be186e8a5e5e7e33df06"
  },
  "suite": {
    "id": "topic",
    "digest": "9c27c8ed11612d5c9bde514dd5a23dea735fbeb401f02bdab95bc8c1b36f8b23"
  },
  "dataset": {
    "digest": "5cd61308efb435ef03d47e2dedaccb70d129a6b338e8c5a0193a4f0c7792ee48",
    "cases": 10
  },
  "targets": [
    "openai/gpt-4o-mini"
  ],
  "repeat": 1,
  "reducer": "pass^k",
  "selection": "{}",
  "source": {
    "commit": "29e006176c233b795ed17908b8fd88acf6449d71",
    "dirty": false,
    "uncommitted": []
  },
  "prices": {
    "layer": "registry"
  },
  "verdict": "rejected",
  "verdict_reason": "1 case failed",
  "summary": {
    "cases": 10,
    "passed": 9,
    "failed": 1,
    "errors": 0,
    "quarantined": 0,
    "flaky": [],
    "missing": 0,
    "pass_rate": {
      "value": 0.9,
      "low": 0.59585,
      "high": 0.982124
    },
    "score": {
      "mean": 0.9,
      "low": 0.626413,
      "high": 1
    },
    "latency_ms": null,
    "ttft_ms": null,
    "tokens": {
      "input": 500,
      "output": 32,
      "cached": 0
    },
    "cost_usd": "0.0000942",
    "known_cost_usd": "0.0000942",
    "unknown_prices": [],
    "cached": 10,
    "metrics": {
      "brevity": {
        "count": 10,
        "pass_rate": 0.9,
        "score": 0.9
      }
    },
    "tags": {
      "de": {
        "passed": 3,
        "decided": 3
      },
      "en": {
        "passed": 6,
        "decided": 7
      }
    }
  },
  "version": null,
  "started": "2026-01-02T03:04:05Z",
  "cost": {
    "calls": 10,
    "unpriced": 0,
    "failed": 0,
    "total_usd": "0.0000942",
    "known_usd": "0.0000942",
    "fresh_usd": "0.00",
    "budget_usd": null,
    "replayed_usd": "0.0000942",
    "prompt_cache_saved_usd": "0.00",
    "per_case_usd": {
      "mean": "0.00000942",
      "low": "0.000008226404",
      "high": "0.000010613596",
      "cases": 10
    },
    "per_passed_usd": "0.000010466667",
    "retries": 0,
    "unknown": [],
    "parts": [
      {
        "what": "input",
        "tokens": 500,
        "usd": "0.000075"
      },
      {
        "what": "output",
        "tokens": 32,
        "usd": "0.0000192"
      }
    ],
    "expensive": [
      {
        "case": "lob",
        "repeat": 1,
        "usd": "0.0000141",
        "input": 50,
        "output": 11
      },
      {
        "case": "late",
        "repeat": 1,
        "usd": "0.0000093",
        "input": 50,
        "output": 3
      },
      {
        "case": "paket",
        "repeat": 1,
        "usd": "0.0000093",
        "input": 50,
        "output": 3
      },
      {
        "case": "lost",
        "repeat": 1,
        "usd": "0.0000093",
        "input": 50,
        "output": 3
      },
      {
        "case": "card",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      },
      {
        "case": "rechnung",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      },
      {
        "case": "praise",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      },
      {
        "case": "refund",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      },
      {
        "case": "two",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      },
      {
        "case": "hours",
        "repeat": 1,
        "usd": "0.0000087",
        "input": 50,
        "output": 2
      }
    ],
    "tags": [
      {
        "name": "de",
        "cases": 3,
        "mean_usd": "0.0000107"
      },
      {
        "name": "en",
        "cases": 7,
        "mean_usd": "0.000008871429"
      }
    ],
    "projection": {
      "per_day": 5,
      "daily_usd": {
        "value": "0.0000471",
        "low": "0.00004113202",
        "high": "0.00005306798"
      },
      "monthly_usd": {
        "value": "0.00143360625",
        "low": "0.001251955859",
        "high": "0.001615256641"
      }
    },
    "as": []
  },
  "latency": {
    "calls": 0,
    "replayed": 10,
    "timeouts": 0,
    "failed": 0,
    "total_ms": null,
    "ttft_ms": null,
    "queue_ms": null,
    "tokens_per_second": null,
    "tags": [],
    "lengths": [],
    "models": [],
    "slowest": [],
    "histogram": []
  }
}
  ]
}
[exit 0]
# Runs under other conditions are not compared, unless that is asked for.
-- golden/topic/suite.yaml
prompt: support/topic
cases: cases.jsonl
assert:
  - {type: icontains, value: "{{expected}}"}
$ promptctl eval support/topic@git:HEAD --offline --cases 0 -q
REJECTED  support/topic@git:HEAD on topic: 2 cases failed

  cases      10: 8 passed, 2 failed, 0 errors
  pass rate  80.0%, 95% interval 49.0% to 94.3%
  score      0.800, 95% interval 0.463 to 1.000
  latency    not measured (10 replayed, not counted)
  tokens     640 in, 52 out
  cost       $0.000127
  model      openai/gpt-4o-mini
  run        offline-18587e98bd0f
  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k prompt:be302220
             suite:39a1a74f promptctl:0.1.0 commit:29e00617+dirty

  and 2 more: promptctl runs show offline-18587e98bd0f --cases 2
[exit 1]
$ promptctl report offline-64f3..latest
[stderr]
error[not-comparable]: between the runs differ the suite's content (9c27c8ed1161, then 39a1a74f5876)
  hint: runs made under different conditions say nothing of the prompt; --allow-drift compares them all the same
[exit 2]
$ promptctl report offline-64f3.. --allow-drift --about quality --cases 0
offline-64f3..

  run                   started            version  passed
  offline-64f3c7fc4740  2026-01-02 03:04  6636ceca    9/10
  offline-18587e98bd0f  2026-01-02 03:04  be302220    8/10

  run                          pass rate (95%)
  offline-64f3c7fc4740  90.0% (59.6% to 98.2%)
  offline-18587e98bd0f  80.0% (49.0% to 94.3%)

offline-64f3c7fc4740 → offline-18587e98bd0f

topic with openai/gpt-4o-mini: 10 cases in both runs: 2 lost, 0 worse, 6
  unchanged, 1 better, 1 gained
  DRIFT  not the prompt alone changed, but also the suite's content (9c27c8ed →
         39a1a74f)

  figure          before → after     points (95% interval)  verdict     cases
  pass rate        90.0% → 80.0%    -10.0 (-45.4 to +28.0)  can't tell     10
  score            0.900 → 0.800    -10.0 (-48.6 to +31.9)  can't tell     10
  pass rate [de]  100.0% → 66.7%    -33.3 (-79.2 to +41.5)  can't tell      3
  score [de]       0.833 → 0.667  -16.7 (-100.0 to +100.0)  can't tell      3
  pass rate [en]   85.7% → 85.7%     +0.0 (-43.7 to +43.7)  can't tell      7
  score [en]       0.929 → 0.857     -7.1 (-54.3 to +43.2)  can't tell      7

  figure              p  p (Holm)  test           detectable
  pass rate       1.000     1.000  exact McNemar        59.3
  score           0.750     1.000  sign flips           56.2
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

  and 4 more changed cases: --cases 4

  signature  dataset:5cd61308 cases:10 repeats:1 reducer:pass^k before:6636ceca
             after:be302220 suite:9c27c8ed→39a1a74f model:openai/gpt-4o-mini
             interval:95% bootstrap-seed:20261121 promptctl:0.1.0

support/topic on topic with openai/gpt-4o-mini
  rejected: 2 cases failed; run offline-18587e98bd0f

Quality
  cases      10: 8 passed, 2 failed, 0 errors
  pass rate  80.0% (49.0% to 94.3%)
  score      0.800 (0.463 to 1.000)

  By tag, the worst first
  tag  passed  pass rate
  de      2/3      66.7%  █████████████▍
  en      6/7      85.7%  █████████████████▏

  The cases that failed, with replies: promptctl runs show offline-18587e98bd0f
[exit 0]
