# Which version, or commit, lost what an earlier one could; and how many cases it would take to see a smaller loss.
$ copy tests/examples/route shop
$ clock 2026-01-05T09:00:00Z
$ git init -q -b main shop
$ git -C shop add -A
$ git -C shop commit -qm first
$ promptctl -C shop register support/route -q
registered support/route@1 (sha256:dabc9d6851da)
[exit 0]
$ promptctl -C shop plan support/route --detect 5%
[stderr]
error[no-pilot]: no run of support/route has `pass_rate`: there is nothing to plan from
  hint: promptctl eval support/route makes a pilot
[exit 2]
$ promptctl -C shop eval support/route --offline --cases 0 -q
REJECTED  support/route on route: 10 cases failed

  cases      100: 90 passed, 10 failed, 0 errors
  pass rate  90.0%, 95% interval 82.6% to 94.5%
  score      0.950, 95% interval 0.907 to 0.976
  metrics    department 90.0%, form 100.0%
  latency    not measured (100 replayed, not counted)
  tokens     4,145 in, 200 out
  cost       $0.000742
  model      openai/gpt-4o-mini
  run        offline-ebaebfd8471a
  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k prompt:dabc9d68
             suite:efcb77a6 promptctl:0.1.0 commit:7d76d7f2

  and 10 more: promptctl runs show offline-ebaebfd8471a --cases 10
[exit 1]
$ promptctl -C shop plan support/route --detect 5%
support/route on route with openai/gpt-4o-mini: to see a difference of 5% in
  pass_rate, 80% of the time, at 95%

  repeats      cases       calls        cost      time
        1        611       1,222    $0.00906   unknown

  calls, cost and time are of both versions together
  the dataset's 100 cases can show 12.4 points
  pilot: run offline-ebaebfd8471a alone, as if the two versions' verdicts were
    unrelated: the most that it can take; a run of another version would say
    more (100 cases, standard deviation 0.441)
  a pilot with --repeat 3 would tell what repeats save
[exit 0]
-- shop/prompts/support/route.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0, maxOutputTokens: 5}
input: {schema: {ticket: string}}
---
{{role "system"}}
Sort e-mails to a furniture shop. Answer with the department that must act: billing, delivery, returns or repairs.
For example: "The door of order 77 came off" is for repairs, and "my card was charged for order 78" is for billing.
{{role "user"}}
{{ticket}}
$ git -C shop commit -qam "an example"
$ promptctl -C shop register support/route -q
registered support/route@2 (sha256:54f359ffdbd8)
[exit 0]
-- shop/prompts/support/route.prompt
---
model: openai/gpt-4o-mini
config: {temperature: 0, maxOutputTokens: 5}
input: {schema: {ticket: string}}
---
{{role "system"}}
In one word: billing, delivery, returns or repairs?
{{role "user"}}
{{ticket}}
$ git -C shop commit -qam "shorter"
$ promptctl -C shop register support/route -q -m "fewer tokens"
registered support/route@3 (sha256:4d84a8e77782)
[exit 0]
$ promptctl -C shop bisect support/route --good 1 --bad 3 --offline
support/route@3 is the first bad one (Mia Kern: fewer tokens)

support/route@2 → support/route@3
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 4,7 → 4,6 @@
     input: {schema: {ticket: string}}
     ---
     {{role "system"}}
   - [-Sort e-mails to a furniture shop. Answer with the department that must
   │ act-]: billing, delivery, returns or repairs[-.-]
   - For example: "The door of order 77 came off" is for repairs, and "my card
   │ was charged for order 78" is for billing.
   + {+In one word+}: billing, delivery, returns or repairs{+?+}
     {{role "user"}}
     {{ticket}}
[stderr]
22 cases on route with openai/gpt-4o-mini tell 1 from 3; between: 1 content
support/route@2: good (3 of 3 replies like 1)
[exit 0]
$ promptctl -C shop bisect support/route --good git:HEAD~2 --bad git:HEAD --offline --case route-1003 --json -q
{
  "format": "promptctl-bisect 1",
  "last_good": "support/route@git:781e12ff08b8",
  "first_bad": "support/route@git:6e87f2ca95fb",
  "digest": "4d84a8e777820d23327fcbb6fa84aa1894358de14812ebf720cfaa33eba9d999",
  "told": "A: shorter",
  "change": {
    "before": {
      "address": "support/route@git:781e12ff08b8",
      "digest": "54f359ffdbd8fb5347e79c784999aceb38cc44827623ebc77dfb1a867d4ed0a5"
    },
    "after": {
      "address": "support/route@git:6e87f2ca95fb",
      "digest": "4d84a8e777820d23327fcbb6fa84aa1894358de14812ebf720cfaa33eba9d999"
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
            "old_start": 4,
            "old_lines": 7,
            "new_start": 4,
            "new_lines": 6,
            "lines": [
              {
                "kind": "same",
                "old_line": 4,
                "new_line": 4,
                "text": "input: {schema: {ticket: string}}",
                "newline": true
              },
              {
                "kind": "same",
                "old_line": 5,
                "new_line": 5,
                "text": "---",
                "newline": true
              },
              {
                "kind": "same",
                "old_line": 6,
                "new_line": 6,
                "text": "{{role \"system\"}}",
                "newline": true
              },
              {
                "kind": "removed",
                "old_line": 7,
                "new_line": null,
                "text": "Sort e-mails to a furniture shop. Answer with the department that must act: billing, delivery, returns or repairs.",
                "newline": true,
                "words": [
                  {
                    "text": "Sort e-mails to a furniture shop. Answer with the department that must act",
                    "changed": true
                  },
                  {
                    "text": ": billing, delivery, returns or repairs",
                    "changed": false
                  },
                  {
                    "text": ".",
                    "changed": true
                  }
                ]
              },
              {
                "kind": "removed",
                "old_line": 8,
                "new_line": null,
                "text": "For example: \"The door of order 77 came off\" is for repairs, and \"my card was charged for order 78\" is for billing.",
                "newline": true
              },
              {
                "kind": "added",
                "old_line": null,
                "new_line": 7,
                "text": "In one word: billing, delivery, returns or repairs?",
                "newline": true,
                "words": [
                  {
                    "text": "In one word",
                    "changed": true
                  },
                  {
                    "text": ": billing, delivery, returns or repairs",
                    "changed": false
                  },
                  {
                    "text": "?",
                    "changed": true
                  }
                ]
              },
              {
                "kind": "same",
                "old_line": 9,
                "new_line": 8,
                "text": "{{role \"user\"}}",
                "newline": true
              },
              {
                "kind": "same",
                "old_line": 10,
                "new_line": 9,
                "text": "{{ticket}}",
                "newline": true
              }
            ]
          }
        ]
      }
    ]
  }
}
[exit 0]
$ promptctl -C shop bisect support/route --good 1 --bad 3 --offline --metric form
[stderr]
error[nothing-lost]: support/route@3 is no worse than support/route@1 in form
  hint: choose other ends, another --metric, or another --case
[exit 2]
$ promptctl -C shop bisect support/route --good 1 --bad 2 --offline --case route-1066 -q
support/route@2 is the first bad one (Mia Kern)

support/route@1 → support/route@2
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 4,6 → 4,7 @@
     input: {schema: {ticket: string}}
     ---
     {{role "system"}}
   - Sort e-mails to a furniture shop. Answer with the department that [-has
   │ to-] act: billing, delivery, returns or repairs.
   + Sort e-mails to a furniture shop. Answer with the department that {+must+}
   │ act: billing, delivery, returns or repairs.
   + For example: "The door of order 77 came off" is for repairs, and "my card
   │ was charged for order 78" is for billing.
     {{role "user"}}
     {{ticket}}
[exit 0]
$ promptctl -C shop bisect support/route --good 3 --bad 1 --offline
[stderr]
error[usage]: from 3 to 1 the prompt does not change
  hint: --good names the earlier one
[exit 2]
$ promptctl -C shop bisect support/route --good 1 --bad git:HEAD
[stderr]
error[usage]: --good and --bad are a version and a commit
  hint: name two versions, or two commits
[exit 2]
$ promptctl -C shop bisect support/route --good production --bad 3
[stderr]
error[usage]: `--good production` is neither a version nor a commit
  hint: write a number, or git:REVISION
[exit 2]
$ promptctl -C shop bisect support/route --good 1 --bad 7
[stderr]
error[unknown-version]: there is no version support/route@7
  hint: its versions go from 1 to 3
[exit 2]
$ promptctl -C shop bisect support/route
[stderr]
error[usage]: name a good and a bad content
  hint: --good 3 --bad 9, or --good git:v1 --bad git:HEAD
[exit 2]
$ promptctl -C shop plan support/route --detect 3% --power 90% --metric score
support/route on route with openai/gpt-4o-mini: to see a difference of 3% in
  score, 90% of the time, at 95%

  repeats      cases       calls        cost      time
        1        849       1,698    $0.00844   unknown

  calls, cost and time are of both versions together
  the dataset's 100 cases can show 8.7 points
  pilot: run offline-bb6deeea5041 against run offline-c32d07ce571b (100 cases,
    standard deviation 0.270)
  a pilot with --repeat 3 would tell what repeats save
[exit 0]
$ promptctl -C shop plan support/route@1 --detect 3% --tag repairs --json
{
  "format": "promptctl-plan 1",
  "plans": [
    {
      "suite": "route",
      "target": "openai/gpt-4o-mini",
      "pilot": "pair",
      "pilot_run": "offline-ebaebfd8471a",
      "pilot_cases": 25,
      "standard_deviation": 0.27735,
      "dataset_cases": 25,
      "detectable": 0.155404,
      "choices": [
        {
          "repeats": 1,
          "cases": 671,
          "calls": 1342,
          "cost_usd": 0.00995428,
          "seconds": null
        }
      ]
    }
  ]
}
[exit 0]
$ promptctl -C shop plan support/route
[stderr]
error[usage]: say how large a difference must be seen
  hint: --detect 3%
[exit 2]
$ promptctl -C shop plan support/route --detect 0%
[stderr]
error[usage]: `--detect 0%` is no share that can be planned for
  hint: write one between 0.09% and 100%
[exit 2]
$ promptctl -C shop plan support/route --detect 3% --metric departmnt
[stderr]
error[no-pilot]: no run of support/route has `departmnt`: there is nothing to plan from
  hint: promptctl eval support/route makes a pilot
[exit 2]
