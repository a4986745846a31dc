# People say what replies are worth: a label is kept as it is given, and a gate waits for it.
-- promptctl.yaml
format: 1
providers:
  local: {type: openai, base_url: "${MOCK_URL}"}
-- prompts/p.prompt
---
model: local/m
input: {schema: {q: string}}
---
{{q}}
-- golden/p/suite.yaml
prompt: p
cases: cases.jsonl
assert: [{type: human, question: helpful, pass: ["yes"], raters: 2}]
-- golden/p/cases.jsonl
{"id": "a", "vars": {"q": "Where is order 4711?"}}
{"id": "b", "vars": {"q": "Where is my parcel?"}}
{"id": "c", "vars": {"q": "Hello"}}
-- mock.yaml
rules:
  - {when: {text: "4711"}, reply: "Order 4711 ships tomorrow."}
  - {reply: "It will come."}
$ mock mock.yaml
$ promptctl eval --quiet
[stderr]
golden/p/suite.yaml:3:10: error[no-review]: nobody is asked about the replies of this suite
    assert: [{type: human, question: helpful, pass: ["yes"], raters: 2}]
             ^
  hint: write review.yaml beside suite.yaml
1 error, 0 warnings
[exit 1]
-- golden/p/review.yaml
questions:
  - {id: helpful, ask: "Would you send this reply?", answers: ["yes", "no"]}
  - {id: tone, ask: "Tone", scale: {1: rude, 2: cold, 3: right}, required: false}
raters: 2
$ promptctl eval --quiet
NO VERDICT  p on p: no case has a verdict

  cases      3: 0 passed, 0 failed, 3 errors
  latency    p50 0ms, p95 0ms, max 0ms; first token p50 0ms, p95 0ms, max 0ms
  tokens     13 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:fb45de25 cases:3 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:0ff981f8 promptctl:0.1.0

  ERROR  a  score 0.000
    ? human: 0 of 2 labels to `helpful` of just this reply: promptctl review
    reply Order 4711 ships tomorrow.

  ERROR  b  score 0.000
    ? human: 0 of 2 labels to `helpful` of just this reply: promptctl review
    reply It will come.

  ERROR  c  score 0.000
    ? human: 0 of 2 labels to `helpful` of just this reply: promptctl review
    reply It will come.
[exit 2]
$ promptctl review
[stderr]
error[usage]: reviewing takes a terminal, for the keys that answer
  hint: --web asks in a browser; status, agree, resolve and export need none
[exit 2]
$ KEYS="1 3 9 x 2 u 2 s ENTER not_mine ENTER q" promptctl review --rater ada
1 of 6

ASKED
  Where is order 4711?

REPLY
  Order 4711 ships tomorrow.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
---
2 of 6

ASKED
  Where is order 4711?

REPLY
  Order 4711 ships tomorrow.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

[1-3] answers  [s] skips  [u] takes back  [q] ends
---
3 of 6

ASKED
  Hello

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
---
3 of 6

ASKED
  Hello

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
there is no answer 9
---
3 of 6

ASKED
  Hello

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
that key does nothing here
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

[1-3] answers  [s] skips  [u] takes back  [q] ends
---
3 of 6

ASKED
  Hello

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
taken back: answer again
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

[1-3] answers  [s] skips  [u] takes back  [q] ends
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: _
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: _
[Enter] skips  [Esc] goes back
a skip needs a reason
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: n_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: no_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not _
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not m_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not mi_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not min_
[Enter] skips  [Esc] goes back
---
4 of 6

ASKED
  Hello

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

skip, because: not mine_
[Enter] skips  [Esc] goes back
---
5 of 6

ASKED
  Where is my parcel?

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
---
4 answers kept in golden/p/labels/ada.jsonl
[exit 0]
$ promptctl eval --quiet --format csv
run,suite,case,target,repeat,verdict,score,latency_ms,ttft_ms,input_tokens,output_tokens,cost_usd,cached,reasons,output
"20260102-030405-89025cc1","p","a","local/m",1,error,0,0,0,6,7,,true,"human: 1 of 2 labels to `helpful` of just this reply: promptctl review","Order 4711 ships tomorrow."
"20260102-030405-89025cc1","p","b","local/m",1,error,0,0,0,5,4,,true,"human: 0 of 2 labels to `helpful` of just this reply: promptctl review","It will come."
"20260102-030405-89025cc1","p","c","local/m",1,error,0,0,0,2,4,,true,"human: 1 of 2 labels to `helpful` of just this reply: promptctl review","It will come."
[exit 2]
$ KEYS="2 2 2 2 1 3" promptctl review --rater ben --quiet
6 answers kept in golden/p/labels/ben.jsonl
[exit 0]
$ promptctl review status
3 replies to review
  helpful: 5 of 6 labels, 2 disputed
  tone: 4 of 6 labels, 1 skipped, 1 disputed
[exit 3]
$ KEYS="1 1 1 1" promptctl review --rater ada
1 of 2

ASKED
  Where is my parcel?

REPLY
  It will come.

Would you send this reply?
  1  yes
  2  no

[1-2] answers  [s] skips  [u] takes back  [q] ends
---
2 of 2

ASKED
  Where is my parcel?

REPLY
  It will come.

Tone (Enter leaves it empty)
  1  rude
  2  cold
  3  right

[1-3] answers  [s] skips  [u] takes back  [q] ends
---
2 answers kept in golden/p/labels/ada.jsonl
[exit 0]
$ KEYS="1" promptctl review --rater ada
nothing is left for ada to review
[exit 0]
$ promptctl review status
3 replies to review
  helpful: 6 of 6 labels, 3 disputed
  tone: 5 of 6 labels, 1 skipped, 2 disputed
[exit 3]
$ promptctl review agree
helpful: 3 replies that several of 2 people rated
  agreement  0.000, 95% interval 0.000 to 0.000
  alpha      -0.667, 95% interval -0.800 to 0.000
  kappa      -0.800, 95% interval -0.923 to 0.000
tone: 2 replies that several of 2 people rated
  agreement  0.000, 95% interval 0.000 to 0.000
  alpha      0.250, 95% interval -0.500 to 0.250
  kappa      0.000, 95% interval 0.000 to 0.000
  case a, helpful: ada: yes, ben: no
  case a, tone: ada: 3, ben: 2
  case b, helpful: ada: yes, ben: no
  case b, tone: ada: 1, ben: 2
  case c, helpful: ada: no, ben: yes
[exit 0]
$ promptctl eval --quiet
NO VERDICT  p on p: no case has a verdict

  cases      3: 0 passed, 0 failed, 3 errors
  latency    not measured (3 replayed, not counted)
  tokens     13 in, 15 out
  cost       unknown: no price or no usage for local/m
  model      local/m
  run        20260102-030405-89025cc1
  signature  dataset:fb45de25 cases:3 repeats:1 reducer:pass^k prompt:fcdc0795
             suite:0ff981f8 promptctl:0.1.0

  ERROR  a  score 0.000
    ? human: to `helpful` people say yes, no: promptctl review resolve
    reply Order 4711 ships tomorrow.

  ERROR  b  score 0.000
    ? human: to `helpful` people say yes, no: promptctl review resolve
    reply It will come.

  ERROR  c  score 0.000
    ? human: to `helpful` people say no, yes: promptctl review resolve
    reply It will come.
[exit 2]
$ promptctl review resolve --case a --answer yes --because "It names the order." --rater ada
[stderr]
error[own-dispute]: ada is one of those who differ
  hint: a third person decides
[exit 2]
$ promptctl review resolve --case a --answer maybe --because "It names the order." --rater cleo
[stderr]
error[usage]: `maybe` is no answer to `helpful`
  hint: answers: yes, no
[exit 2]
$ promptctl review resolve --case a --answer yes --rater cleo
[stderr]
error[usage]: a decision needs a reason
  hint: --because TEXT
[exit 2]
$ promptctl review resolve --case a --answer yes --because "It names the order." --rater cleo
decided: case a, helpful: yes
[exit 0]
$ promptctl review resolve --case c --answer yes --because "It names the order." --rater cleo
decided: case c, helpful: yes
[exit 0]
$ promptctl review export
case,question,rater,answer,because,by,at,run,item
"a","helpful","_resolved","yes","It names the order.","cleo","2026-01-02T03:04:05Z","20260102-030405-89025cc1","07d679081ea7699dd77578846d3db4c6842c4b388deca84a7ac6b7a6ba98cd48"
"a","helpful","ada","yes","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","07d679081ea7699dd77578846d3db4c6842c4b388deca84a7ac6b7a6ba98cd48"
"a","helpful","ben","no","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","07d679081ea7699dd77578846d3db4c6842c4b388deca84a7ac6b7a6ba98cd48"
"a","tone","ada","3","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","393b59889a60749d40db66bf4993b9d4f2811a0e93edecaf4f7ff180a4bf64db"
"a","tone","ben","2","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","393b59889a60749d40db66bf4993b9d4f2811a0e93edecaf4f7ff180a4bf64db"
"b","tone","ada","1","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","4ca7bf538d8456b3f191efa1953a3a51020d3a5d970a243d48b1fc2ba1a3ba80"
"b","tone","ben","2","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","4ca7bf538d8456b3f191efa1953a3a51020d3a5d970a243d48b1fc2ba1a3ba80"
"b","helpful","ada","yes","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","b77fbcfcf0266479eab364ec5c130451aaaf0a167f20ace83398112614a7ca58"
"b","helpful","ben","no","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","b77fbcfcf0266479eab364ec5c130451aaaf0a167f20ace83398112614a7ca58"
"c","tone","ada","","not mine","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","c52e8ffac6329dbc94b8451a03fa888ba27268d27608e8640bd42804051936a0"
"c","tone","ben","3","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","c52e8ffac6329dbc94b8451a03fa888ba27268d27608e8640bd42804051936a0"
"c","helpful","_resolved","yes","It names the order.","cleo","2026-01-02T03:04:05Z","20260102-030405-89025cc1","f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77"
"c","helpful","ada","no","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77"
"c","helpful","ben","yes","","","2026-01-02T03:04:05Z","20260102-030405-89025cc1","f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77"
[exit 0]
$ promptctl review export --format jsonl -o labels.jsonl
[exit 0]
$ promptctl review export --format cases --question helpful --var "criterion=Is helpful."
{"id":"a","vars":{"question":"Where is order 4711?","reply":"Order 4711 ships tomorrow.","criterion":"Is helpful."},"expected":"yes","description":"labels of run 20260102-030405-89025cc1"}
{"id":"c","vars":{"question":"Hello","reply":"It will come.","criterion":"Is helpful."},"expected":"yes","description":"labels of run 20260102-030405-89025cc1"}
[exit 0]
$ promptctl review export --format cases
[stderr]
error[usage]: review.yaml asks no question ``
  hint: --question ID says which labels become cases
[exit 2]
$ promptctl review agree --json
{
  "format": "promptctl-agreement 1",
  "questions": [
    {
      "question": "helpful",
      "raters": 2,
      "shared": 3,
      "agreement": {
        "value": 0,
        "low": 0,
        "high": 0
      },
      "alpha": {
        "value": -0.666667,
        "low": -0.8,
        "high": 0
      },
      "kappa": {
        "value": -0.8,
        "low": -0.923077,
        "high": 0
      }
    },
    {
      "question": "tone",
      "raters": 2,
      "shared": 2,
      "agreement": {
        "value": 0,
        "low": 0,
        "high": 0
      },
      "alpha": {
        "value": 0.25,
        "low": -0.5,
        "high": 0.25
      },
      "kappa": {
        "value": 0,
        "low": 0,
        "high": 0
      }
    }
  ],
  "disputes": [
    {
      "case": "a",
      "question": "helpful",
      "answers": {
        "ada": "yes",
        "ben": "no"
      },
      "decision": "yes"
    },
    {
      "case": "a",
      "question": "tone",
      "answers": {
        "ada": "3",
        "ben": "2"
      },
      "decision": null
    },
    {
      "case": "b",
      "question": "helpful",
      "answers": {
        "ada": "yes",
        "ben": "no"
      },
      "decision": null
    },
    {
      "case": "b",
      "question": "tone",
      "answers": {
        "ada": "1",
        "ben": "2"
      },
      "decision": null
    },
    {
      "case": "c",
      "question": "helpful",
      "answers": {
        "ada": "no",
        "ben": "yes"
      },
      "decision": "yes"
    }
  ]
}
[exit 0]
$ cat golden/p/labels/ada.jsonl
{"item":"07d679081ea7699dd77578846d3db4c6842c4b388deca84a7ac6b7a6ba98cd48","question":"helpful","case":"a","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"yes"}
{"item":"393b59889a60749d40db66bf4993b9d4f2811a0e93edecaf4f7ff180a4bf64db","question":"tone","case":"a","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"3"}
{"item":"f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77","question":"helpful","case":"c","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"no"}
{"item":"f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77","question":"helpful","case":"c","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","because":"undone"}
{"item":"f3376fbbe9afe3e513e8c5980c4c6c067a3174b664bb413cc875398c0b580f77","question":"helpful","case":"c","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"no"}
{"item":"c52e8ffac6329dbc94b8451a03fa888ba27268d27608e8640bd42804051936a0","question":"tone","case":"c","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","because":"not mine"}
{"item":"b77fbcfcf0266479eab364ec5c130451aaaf0a167f20ace83398112614a7ca58","question":"helpful","case":"b","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"yes"}
{"item":"4ca7bf538d8456b3f191efa1953a3a51020d3a5d970a243d48b1fc2ba1a3ba80","question":"tone","case":"b","run":"20260102-030405-89025cc1","rater":"ada","at":"2026-01-02T03:04:05Z","answer":"1"}
# Another reply, or another question, and nothing has been said of it.
-- golden/p/review.yaml
questions:
  - {id: helpful, ask: "Would you send just this reply?", answers: ["yes", "no"]}
$ promptctl review status
3 replies to review
  helpful: 0 of 3 labels
[exit 3]
# Faults of a review are those of a file like any other.
-- golden/p/review.yaml
questions:
  - {id: helpful, ask: "Would you?", answers: ["yes"]}
  - {id: helpful, ask: "Would you?", answers: ["yes", "no"], scale: {1: x, 2: y}}
  - {id: tone, ask: "Tone?", scale: {low: rude, 2: cold}}
raters: 0
$ promptctl review status
[stderr]
golden/p/review.yaml:1:1: error[bad-review]: two questions have one id
    questions:
    ^
  hint: questions: [{id: helpful, ask: "Would you send this?", answers: [yes, no]}]
golden/p/review.yaml:2:5: error[bad-review]: `helpful` needs two to nine answers, each another
      - {id: helpful, ask: "Would you?", answers: ["yes"]}
        ^
  hint: there is a key for each: 1 to 9
golden/p/review.yaml:3:5: error[bad-review]: `helpful` needs one of `answers`, `scale` and `text`
      - {id: helpful, ask: "Would you?", an…
        ^
  hint: answers: [yes, no]
golden/p/review.yaml:4:38: error[bad-review]: `low` is no level
      - {id: tone, ask: "Tone?", scale: {low: rude, 2: cold}}
                                         ^
  hint: a scale is a map of whole numbers to what they mean: {1: rude, 2: cold, 3: right}
golden/p/review.yaml:5:9: error[out-of-range]: `raters` is a number from 1 to 100
    raters: 0
            ^
5 errors, 0 warnings
[exit 1]
$ promptctl lint
golden/p/review.yaml:1:1: error[bad-review]: two questions have one id
    questions:
    ^
  hint: questions: [{id: helpful, ask: "Would you send this?", answers: [yes, no]}]
golden/p/review.yaml:2:5: error[bad-review]: `helpful` needs two to nine answers, each another
      - {id: helpful, ask: "Would you?", answers: ["yes"]}
        ^
  hint: there is a key for each: 1 to 9
golden/p/review.yaml:3:5: error[bad-review]: `helpful` needs one of `answers`, `scale` and `text`
      - {id: helpful, ask: "Would you?", an…
        ^
  hint: answers: [yes, no]
golden/p/review.yaml:4:38: error[bad-review]: `low` is no level
      - {id: tone, ask: "Tone?", scale: {low: rude, 2: cold}}
                                         ^
  hint: a scale is a map of whole numbers to what they mean: {1: rude, 2: cold, 3: right}
golden/p/review.yaml:5:9: error[out-of-range]: `raters` is a number from 1 to 100
    raters: 0
            ^
golden/p/suite.yaml:3:10: error[bad-review]: review.yaml has faults: nobody can be asked
    assert: [{type: human, question: helpful, pass: ["yes"], raters: 2}]
             ^
  hint: mend them first
6 errors, 0 warnings
[exit 1]
-- golden/p/labels/ada.jsonl
{"item": "x", "question": "helpful"}
not json
-- golden/p/review.yaml
questions:
  - {id: tone, ask: "Tone", scale: {1: rude, 2: cold, 3: right}}
  - {id: fix, ask: "Better", text: true}
$ promptctl lint
golden/p/labels/ada.jsonl:1:1: error[missing-key]: `case` is missing
    {"item": "x", "question": "helpful"}
    ^
golden/p/labels/ada.jsonl:1:1: error[missing-key]: `rater` is missing
    {"item": "x", "question": "helpful"}
    ^
golden/p/labels/ada.jsonl:1:1: error[missing-key]: `at` is missing
    {"item": "x", "question": "helpful"}
    ^
golden/p/labels/ada.jsonl:2:2: error[json-syntax]: invalid literal
    not json
     ^
golden/p/suite.yaml:3:34: error[unknown-question]: review.yaml asks no question `helpful`
    assert: [{type: human, question: helpful, pass: ["yes"], raters: 2}]
                                     ^
5 errors, 0 warnings
[exit 1]
