# A version reaches an environment only with evidence of its exact content that its gate accepts.
$ copy tests/examples/route shop
$ clock 2026-01-05T09:00:00Z
$ git init -q -b main shop
$ git -C shop add -A
$ git -C shop commit -qm first
# Without a run there is nothing to decide on.
$ promptctl -C shop gate support/route --env production
INCONCLUSIVE  support/route by the gate of production, where nothing is live

  route with openai/gpt-4o-mini
    ? evidence: there is none that may be used
    note: promptctl eval support/route --suite route --target
          openai/gpt-4o-mini makes evidence
[exit 3]
$ promptctl -C shop eval support/route --offline --cases 0
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
$ promptctl -C shop gate support/route --env production
ACCEPTED  support/route by the gate of production, where nothing is live

  route with openai/gpt-4o-mini
    ✓ pass_rate at least 80%: 90.0% (82.6% to 94.5%)
    ✓ pass_rate not worse by 5%: there is nothing to compare with yet
    ✓ critical flips at most 0: there is nothing to compare with yet
    ✓ cost_per_case at most 0.001 USD: $0.00000742 ($0.00000720 to $0.00000750)
    ✓ cost_per_case not worse by 80%: there is nothing to compare with yet
    ✓ errors at most 1%: 0.0%
    evidence sha256:5a74ce1347a7, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again

  intervals at 95%; a rejection holds at the level that 2 rules share (Holm)
[exit 0]
$ promptctl -C shop register support/route
registered support/route@1 (sha256:dabc9d6851da)
[exit 0]
$ promptctl -C shop promote support/route --to production
support/route@1 is live in production (the first there)
  support/route@1: accepted by 6 rules on route with openai/gpt-4o-mini, evidence 5a74ce1347a7
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
[exit 0]
$ promptctl -C shop status support/route
support/route  latest @1, 1 statement of evidence, the working tree has it
  production   @1     just now  Mia Kern             evidence 5a74ce1347a7

ledger: event 2, 2026-01-05T09:00:00Z
[exit 0]
# A shorter prompt is worse.
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
$ promptctl -C shop gate support/route --env production --eval --offline
REJECTED  support/route by the gate of production, against support/route@1

  route with openai/gpt-4o-mini
    ✗ pass_rate at least 80%: 70.0% (60.4% to 78.1%)
    ✗ pass_rate not worse by 5%: -20.0 points (-29.5 to -11.6)
    ✗ critical flips at most 0: 1 case
    ✓ cost_per_case at most 0.001 USD: $0.00000497 ($0.00000482 to $0.00000503)
    ✓ cost_per_case not worse by 80%: ×0.67 (0.67 to 0.67)
    ✓ errors at most 1%: 0.0%
    note: run offline-c7eaa907ac0b was made with files that are not
          committed: prompts/support/route.prompt
    evidence sha256:0ae2fc8648fe, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:5a74ce1347a7,
    likewise

  intervals at 95%; a rejection holds at the level that 4 rules share (Holm)

support/route@1 → support/route

route with openai/gpt-4o-mini: 100 cases in both runs: 22 lost, 0 worse, 76
  unchanged, 0 better, 2 gained

  figure                before → after   points (95% interval)  verdict
  pass rate              90.0% → 70.0%  -20.0 (-29.5 to -11.6)  worse
  score                  0.950 → 0.850   -10.0 (-15.0 to -4.6)  worse
  department             0.900 → 0.700  -20.0 (-29.5 to -11.6)  worse
  form                   1.000 → 1.000     +0.0 (-3.7 to +3.7)  can't tell
  pass rate [billing]   100.0% → 92.0%    -8.0 (-25.0 to +6.4)  can't tell
  score [billing]        1.000 → 0.960    -4.0 (-15.9 to +8.5)  can't tell
  pass rate [delivery]   88.0% → 44.0%  -44.0 (-64.2 to -18.4)  worse
  score [delivery]       0.940 → 0.720   -22.0 (-36.1 to -4.6)  worse
  pass rate [repairs]    92.0% → 92.0%   +0.0 (-13.3 to +13.3)  can't tell
  score [repairs]        0.960 → 0.960   +0.0 (-11.0 to +11.0)  can't tell
  pass rate [returns]    80.0% → 52.0%   -28.0 (-49.0 to -5.4)  perhaps worse
  score [returns]        0.900 → 0.760   -14.0 (-28.1 to +2.2)  can't tell

  figure                cases       p  p (Holm)  test           detectable
  pass rate               100  <0.001    <0.001  exact McNemar        13.1
  score                   100  <0.001    <0.001  paired t              7.4
  department              100  <0.001    <0.001  exact McNemar        13.1
  form                    100   1.000     1.000  exact McNemar         3.9
  pass rate [billing]      25   0.500     1.000  exact McNemar        21.6
  score [billing]          25   0.161     0.807  paired t             17.2
  pass rate [delivery]     25   0.003     0.027  exact McNemar        35.7
  score [delivery]         25  <0.001     0.008  paired t             22.4
  pass rate [repairs]      25   1.000     1.000  exact McNemar        15.5
  score [repairs]          25   1.000     1.000  paired t             15.5
  pass rate [returns]      25   0.039     0.234  exact McNemar        33.3
  score [returns]          25   0.016     0.114  paired t             21.4

  time and cost             before → after  ratio (95% interval)  verdict
  cost p50       $0.00000742 → $0.00000495  ×0.67 (0.66 to 0.68)  cheaper
  cost p95       $0.00000766 → $0.00000525  ×0.69 (0.67 to 0.69)  cheaper
  cost mean                                 ×0.67 (0.67 to 0.67)  cheaper

  with 100 cases, a true difference of 13.1 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 100 calls before and 100 after were replayed or failed; there is
  nothing to compare

  lost  route-1003 (critical)  score 1.000 → 0.500
    before  returns
    after   delivery
            ✗ equals (department): expected "returns", not "delivery"

  lost  route-1002  score 1.000 → 0.500
    before  delivery
    after   billing
            ✗ equals (department): expected "delivery", not "billing"

  lost  route-1006  score 1.000 → 0.500
    before  delivery
    after   billing
            ✗ equals (department): expected "delivery", not "billing"

  lost  route-1011  score 1.000 → 0.500
    before  returns
    after   delivery
            ✗ equals (department): expected "returns", not "delivery"

  lost  route-1014  score 1.000 → 0.500
    before  delivery
    after   billing
            ✗ equals (department): expected "delivery", not "billing"

  and 19 more changed cases: --cases 24

  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k before:dabc9d68
             after:4d84a8e7 suite:efcb77a6 model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

  interface  unchanged
  config     unchanged
  text       prompt
  @@ 4,6 → 4,6 @@
     input: {schema: {ticket: string}}
     ---
     {{role "system"}}
   - [-Sort e-mails to a furniture shop. Answer with the department that has to
   │ act-]: billing, delivery, returns or repairs[-.-]
   + {+In one word+}: billing, delivery, returns or repairs{+?+}
     {{role "user"}}
     {{ticket}}
[exit 1]
$ git -C shop commit -qam "a shorter prompt"
$ promptctl -C shop register support/route
registered support/route@2 (sha256:4d84a8e77782)
[exit 0]
# What was made with changes that are not committed is no evidence for a promotion.
$ promptctl -C shop promote support/route --to production
INCONCLUSIVE  production stays as it is

  ? gate: support/route@2 on route with openai/gpt-4o-mini: evidence: there is none that may be used
    note: run offline-c7eaa907ac0b is refused: made with files that are not committed: prompts/support/route.prompt
    note: promptctl eval support/route@2 --suite route --target openai/gpt-4o-mini makes evidence
  --override --reason TEXT goes past this, for all to see
[exit 3]
$ promptctl -C shop eval support/route --offline --cases 0 -q
REJECTED  support/route on route: 30 cases failed

  cases      100: 70 passed, 30 failed, 0 errors
  pass rate  70.0%, 95% interval 60.4% to 78.1%
  score      0.850, 95% interval 0.795 to 0.891
  metrics    department 70.0%, form 100.0%
  latency    not measured (100 replayed, not counted)
  tokens     2,515 in, 200 out
  cost       $0.000497
  model      openai/gpt-4o-mini
  run        offline-bb6deeea5041
  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k prompt:4d84a8e7
             suite:efcb77a6 promptctl:0.1.0 commit:98f4ad03

  and 30 more: promptctl runs show offline-bb6deeea5041 --cases 30
[exit 1]
$ promptctl -C shop promote support/route --to production
REJECTED  production stays as it is

  ✗ gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate at least 80%: 70.0% (60.4% to 78.1%)
  ✗ gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate not worse by 5%: -20.0 points (-29.5 to -11.6)
  ✗ gate: support/route@2 on route with openai/gpt-4o-mini: critical flips at most 0: 1 case
  support/route@2: rejected by 6 rules on route with openai/gpt-4o-mini, evidence ced670927dd1
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
  --override --reason TEXT goes past this, for all to see
[exit 1]
$ promptctl -C shop promote support/route --to production --json
{
  "format": "promptctl-movement 1",
  "event": null,
  "live_already": [],
  "objections": [
    {
      "condition": "gate",
      "message": "support/route@2 on route with openai/gpt-4o-mini: pass_rate at least 80%: 70.0% (60.4% to 78.1%)",
      "can_be_overridden": true,
      "inconclusive": false
    },
    {
      "condition": "gate",
      "message": "support/route@2 on route with openai/gpt-4o-mini: pass_rate not worse by 5%: -20.0 points (-29.5 to -11.6)",
      "can_be_overridden": true,
      "inconclusive": false
    },
    {
      "condition": "gate",
      "message": "support/route@2 on route with openai/gpt-4o-mini: critical flips at most 0: 1 case",
      "can_be_overridden": true,
      "inconclusive": false
    }
  ],
  "moved_by_others": [],
  "gates": [
    {
      "prompt": "support/route@2",
      "digest": "4d84a8e777820d23327fcbb6fa84aa1894358de14812ebf720cfaa33eba9d999",
      "against": "support/route@1",
      "against_digest": "dabc9d6851da1dd8b4b80d5b75ae542322beda098b5cb0f58795cd85b3a8f1c3",
      "gate": "production",
      "policy": "ed44b7754269bb4186027fb7f2409aefd7bfc65845d88c98237346e763853cdd",
      "outcome": "rejected",
      "level": 0.05,
      "family": 4,
      "suites": [
        {
          "suite": "route",
          "model": "openai/gpt-4o-mini",
          "evidence": "ced670927dd109494916fc8723b0052add8db0b348126fd99270afd71ec5cc64",
          "witness": {
            "answered_by": "cassette or cache",
            "signed_by": null,
            "attempt": null,
            "trust_head": null,
            "judged_again": true
          },
          "live_evidence": "5a74ce1347a7e8cd2d40f89e3f7ac50778dd66499e785ec42338ebb37fc89915",
          "live_witness": {
            "answered_by": "cassette or cache",
            "signed_by": null,
            "attempt": null,
            "trust_head": null,
            "judged_again": true
          },
          "notes": [],
          "rules": [
            {
              "rule": "pass_rate at least 80%",
              "outcome": "rejected",
              "figure": {
                "value": 0.7,
                "low": 0.604151,
                "high": 0.781051
              },
              "shown": "70.0% (60.4% to 78.1%)",
              "why": "",
              "more_cases": null
            },
            {
              "rule": "pass_rate not worse by 5%",
              "outcome": "rejected",
              "figure": {
                "value": -0.2,
                "low": -0.29484,
                "high": -0.115911
              },
              "shown": "-20.0 points (-29.5 to -11.6)",
              "why": "",
              "more_cases": null
            },
            {
              "rule": "critical flips at most 0",
              "outcome": "rejected",
              "figure": {
                "value": 1,
                "low": 1,
                "high": 1
              },
              "shown": "1 case",
              "why": "",
              "more_cases": null
            },
            {
              "rule": "cost_per_case at most 0.001 USD",
              "outcome": "accepted",
              "figure": {
                "value": 4.9725e-06,
                "low": 4.82095e-06,
                "high": 5.03199e-06
              },
              "shown": "$0.00000497 ($0.00000482 to $0.00000503)",
              "why": "",
              "more_cases": null
            },
            {
              "rule": "cost_per_case not worse by 80%",
              "outcome": "accepted",
              "figure": {
                "value": 0.670374,
                "low": 0.667885,
                "high": 0.672735
              },
              "shown": "×0.67 (0.67 to 0.67)",
              "why": "",
              "more_cases": null
            },
            {
              "rule": "errors at most 1%",
              "outcome": "accepted",
              "figure": {
                "value": 0,
                "low": 0,
                "high": 0
              },
              "shown": "0.0%",
              "why": "",
              "more_cases": null
            }
          ]
        }
      ]
    }
  ],
  "request": null
}
[exit 1]
$ promptctl -C shop promote support/route --to production --override --reason "the shop is closed today"
support/route@2 is live in production (was @1)
  overridden gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate at least 80%: 70.0% (60.4% to 78.1%)
  overridden gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate not worse by 5%: -20.0 points (-29.5 to -11.6)
  overridden gate: support/route@2 on route with openai/gpt-4o-mini: critical flips at most 0: 1 case
  support/route@2: rejected by 6 rules on route with openai/gpt-4o-mini, evidence ced670927dd1
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
[exit 0]
$ promptctl -C shop status support/route
support/route  latest @2, 1 statement of evidence, the working tree has it
  production   @2     just now  Mia Kern             evidence ced670927dd1
    override: the shop is closed today
      past gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate at least 80%: 70.0% (60.4% to 78.1%)
      past gate: support/route@2 on route with openai/gpt-4o-mini: pass_rate not worse by 5%: -20.0 points (-29.5 to -11.6)
      past gate: support/route@2 on route with openai/gpt-4o-mini: critical flips at most 0: 1 case

ledger: event 4, 2026-01-05T09:00:00Z
[exit 0]
$ promptctl -C shop rollback support/route --env production --reason "it was worse"
support/route@1 is live in production (was @2)
support/route@2 is yanked: no environment takes it any more
[exit 0]
# An example in the prompt makes it better.
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
$ git -C shop commit -qam "a prompt with an example"
$ promptctl -C shop eval support/route --offline -o evidence.intoto.jsonl --cases 0 -q
REJECTED  support/route on route: 4 cases failed

  cases      100: 96 passed, 4 failed, 0 errors
  pass rate  96.0%, 95% interval 90.2% to 98.4%
  score      0.980, 95% interval 0.944 to 0.998
  metrics    department 96.0%, form 100.0%
  latency    not measured (100 replayed, not counted)
  tokens     7,005 in, 200 out
  cost       $0.00117
  model      openai/gpt-4o-mini
  run        offline-c32d07ce571b
  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k prompt:54f359ff
             suite:efcb77a6 promptctl:0.1.0 commit:4c80251c

  and 4 more: promptctl runs show offline-c32d07ce571b --cases 4
[exit 1]
$ promptctl -C shop gate support/route --env production
ACCEPTED  support/route by the gate of production, against support/route@1

  route with openai/gpt-4o-mini
    ✓ pass_rate at least 80%: 96.0% (90.2% to 98.4%)
    ✓ pass_rate not worse by 5%: +6.0 points (+0.6 to +12.9)
    ✓ critical flips at most 0: 0 cases
    ✓ cost_per_case at most 0.001 USD: $0.0000117 ($0.0000114 to $0.0000118)
    ✓ cost_per_case not worse by 80%: ×1.58 (1.57 to 1.58)
    ✓ errors at most 1%: 0.0%
    evidence sha256:68454bd5d21b, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:5a74ce1347a7,
    likewise

  intervals at 95%; a rejection holds at the level that 4 rules share (Holm)

support/route@1 → support/route

route with openai/gpt-4o-mini: 100 cases in both runs: 1 lost, 0 worse, 92
  unchanged, 0 better, 7 gained

  figure                 before → after  points (95% interval)  verdict
  pass rate               90.0% → 96.0%   +6.0 (+0.6 to +12.9)  perhaps better
  score                   0.950 → 0.980    +3.0 (-0.9 to +6.8)  can't tell
  department              0.900 → 0.960   +6.0 (+0.6 to +12.9)  perhaps better
  form                    1.000 → 1.000    +0.0 (-3.7 to +3.7)  can't tell
  pass rate [billing]   100.0% → 100.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [billing]         1.000 → 1.000  +0.0 (-13.3 to +13.3)  can't tell
  pass rate [delivery]    88.0% → 96.0%  +8.0 (-10.2 to +27.1)  can't tell
  score [delivery]        0.940 → 0.980   +4.0 (-9.7 to +17.1)  can't tell
  pass rate [repairs]    92.0% → 100.0%   +8.0 (-6.4 to +25.0)  can't tell
  score [repairs]         0.960 → 1.000   +4.0 (-8.5 to +15.9)  can't tell
  pass rate [returns]     80.0% → 88.0%   +8.0 (-6.4 to +25.0)  can't tell
  score [returns]         0.900 → 0.940   +4.0 (-8.5 to +15.9)  can't tell

  figure                cases      p  p (Holm)  test           detectable
  pass rate               100  0.070     0.773  exact McNemar         8.7
  score                   100  0.033     0.398  paired t              5.5
  department              100  0.070     0.773  exact McNemar         8.7
  form                    100  1.000     1.000  exact McNemar         3.9
  pass rate [billing]      25  1.000     1.000  exact McNemar        15.5
  score [billing]          25  1.000     1.000  exact McNemar        15.5
  pass rate [delivery]     25  0.625     1.000  exact McNemar        26.6
  score [delivery]         25  0.327     1.000  paired t             18.9
  pass rate [repairs]      25  0.500     1.000  exact McNemar        21.6
  score [repairs]          25  0.161     1.000  paired t             17.2
  pass rate [returns]      25  0.500     1.000  exact McNemar        21.6
  score [returns]          25  0.161     1.000  paired t             17.2

  time and cost            before → after  ratio (95% interval)  verdict
  cost p50       $0.00000742 → $0.0000117  ×1.58 (1.56 to 1.59)  dearer
  cost p95       $0.00000766 → $0.0000120  ×1.57 (1.54 to 1.57)  dearer
  cost mean                                ×1.58 (1.57 to 1.58)  dearer

  with 100 cases, a true difference of 8.7 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 100 calls before and 100 after were replayed or failed; there is
  nothing to compare

  lost  route-1066  score 1.000 → 0.500
    before  delivery
    after   billing
            ✗ equals (department): expected "delivery", not "billing"

  gained  route-1008  score 0.500 → 1.000
    before  returns
            ✗ equals (department): expected "repairs", not "returns"
    after   repairs

  gained  route-1015  score 0.500 → 1.000
    before  delivery
            ✗ equals (department): expected "returns", not "delivery"
    after   returns

  gained  route-1031  score 0.500 → 1.000
    before  delivery
            ✗ equals (department): expected "returns", not "delivery"
    after   returns

  gained  route-1042  score 0.500 → 1.000
    before  billing
            ✗ equals (department): expected "delivery", not "billing"
    after   delivery

  and 3 more changed cases: --cases 8

  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k before:dabc9d68
             after:54f359ff suite:efcb77a6 model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

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
$ promptctl -C shop register support/route
registered support/route@3 (sha256:54f359ffdbd8)
[exit 0]
$ promptctl -C shop promote support/route --to production
support/route@3 is live in production (was @1)
  support/route@3: accepted by 6 rules on route with openai/gpt-4o-mini, evidence 68454bd5d21b
    answered by cassette or cache, unsigned, attempts not provable, replies judged again
[exit 0]
$ promptctl -C shop log support/route
#7    2026-01-05T09:00:00Z  promote   support/route@3 → production (was @1)  Mia Kern
#6    2026-01-05T09:00:00Z  register  support/route@3  Mia Kern
#5    2026-01-05T09:00:00Z  yank      support/route@2  Mia Kern
      it was worse
#5    2026-01-05T09:00:00Z  rollback  support/route@1 → production (was @2)  Mia Kern
      it was worse
#4    2026-01-05T09:00:00Z  override  support/route@2 → production (was @1)  Mia Kern
      the shop is closed today
#3    2026-01-05T09:00:00Z  register  support/route@2  Mia Kern
#2    2026-01-05T09:00:00Z  promote   support/route@1 → production  Mia Kern
#1    2026-01-05T09:00:00Z  register  support/route@1  Mia Kern
[exit 0]
$ promptctl -C shop verify
ACCEPTED  7 events replayed, every view follows from them

  tip  6a34a0b7f97a7350744709245de83003eda4985d
[exit 0]
# By other rules, and against other contents.
-- strict.yaml
cassette: allow
rules:
  - {metric: pass_rate, tag: repairs, at_least: 99%, min_cases: 200}
  - {metric: departmnt, at_least: 50%}
  - {metric: pass_rate, tag: fr, at_least: 50%}
  - {metric: latency_p95, at_most: 1s}
$ promptctl -C shop gate support/route --against support/route@1 --policy ../strict.yaml
INCONCLUSIVE  support/route by the gate of ../strict.yaml, against
              support/route@1

  route with openai/gpt-4o-mini
    ? pass_rate [repairs] at least 99%: 100.0%; 25 of the 200 cases that the
      policy asks for
    ? departmnt at least 50%: no assertion has the metric `departmnt`; did you
      mean `department`?
    ? pass_rate [fr] at least 50%: no case with the tag `fr` has a verdict
    ? latency_p95 at most 1s: no fresh call was measured: replies that were
      replayed don't count
    evidence sha256:68454bd5d21b, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:5a74ce1347a7,
    likewise

support/route@1 → support/route

route with openai/gpt-4o-mini: 100 cases in both runs: 1 lost, 0 worse, 92
  unchanged, 0 better, 7 gained

  figure                 before → after  points (95% interval)  verdict
  pass rate               90.0% → 96.0%   +6.0 (+0.6 to +12.9)  perhaps better
  score                   0.950 → 0.980    +3.0 (-0.9 to +6.8)  can't tell
  department              0.900 → 0.960   +6.0 (+0.6 to +12.9)  perhaps better
  form                    1.000 → 1.000    +0.0 (-3.7 to +3.7)  can't tell
  pass rate [billing]   100.0% → 100.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [billing]         1.000 → 1.000  +0.0 (-13.3 to +13.3)  can't tell
  pass rate [delivery]    88.0% → 96.0%  +8.0 (-10.2 to +27.1)  can't tell
  score [delivery]        0.940 → 0.980   +4.0 (-9.7 to +17.1)  can't tell
  pass rate [repairs]    92.0% → 100.0%   +8.0 (-6.4 to +25.0)  can't tell
  score [repairs]         0.960 → 1.000   +4.0 (-8.5 to +15.9)  can't tell
  pass rate [returns]     80.0% → 88.0%   +8.0 (-6.4 to +25.0)  can't tell
  score [returns]         0.900 → 0.940   +4.0 (-8.5 to +15.9)  can't tell

  figure                cases      p  p (Holm)  test           detectable
  pass rate               100  0.070     0.773  exact McNemar         8.7
  score                   100  0.033     0.398  paired t              5.5
  department              100  0.070     0.773  exact McNemar         8.7
  form                    100  1.000     1.000  exact McNemar         3.9
  pass rate [billing]      25  1.000     1.000  exact McNemar        15.5
  score [billing]          25  1.000     1.000  exact McNemar        15.5
  pass rate [delivery]     25  0.625     1.000  exact McNemar        26.6
  score [delivery]         25  0.327     1.000  paired t             18.9
  pass rate [repairs]      25  0.500     1.000  exact McNemar        21.6
  score [repairs]          25  0.161     1.000  paired t             17.2
  pass rate [returns]      25  0.500     1.000  exact McNemar        21.6
  score [returns]          25  0.161     1.000  paired t             17.2

  time and cost            before → after  ratio (95% interval)  verdict
  cost p50       $0.00000742 → $0.0000117  ×1.58 (1.56 to 1.59)  dearer
  cost p95       $0.00000766 → $0.0000120  ×1.57 (1.54 to 1.57)  dearer
  cost mean                                ×1.58 (1.57 to 1.58)  dearer

  with 100 cases, a true difference of 8.7 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 100 calls before and 100 after were replayed or failed; there is
  nothing to compare

  lost  route-1066  score 1.000 → 0.500
    before  delivery
    after   billing
            ✗ equals (department): expected "delivery", not "billing"

  gained  route-1008  score 0.500 → 1.000
    before  returns
            ✗ equals (department): expected "repairs", not "returns"
    after   repairs

  gained  route-1015  score 0.500 → 1.000
    before  delivery
            ✗ equals (department): expected "returns", not "delivery"
    after   returns

  gained  route-1031  score 0.500 → 1.000
    before  delivery
            ✗ equals (department): expected "returns", not "delivery"
    after   returns

  gained  route-1042  score 0.500 → 1.000
    before  billing
            ✗ equals (department): expected "delivery", not "billing"
    after   delivery

  and 3 more changed cases: --cases 8

  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k before:dabc9d68
             after:54f359ff suite:efcb77a6 model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

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
[exit 3]
-- fresh.yaml
cassette: refuse
max_evidence_age: 7d
producers: ["*@ci.larchpine.example>"]
rules:
  - {metric: pass_rate, at_least: 50%}
$ promptctl -C shop gate support/route --against support/route@1 --policy ../fresh.yaml
INCONCLUSIVE  support/route by the gate of ../fresh.yaml, against
              support/route@1

  route with openai/gpt-4o-mini
    ? evidence: there is none that may be used
    note: run offline-c32d07ce571b is refused: made by Mia Kern
          <mia@larchpine.example>, who is none of the policy's producers
    note: promptctl eval support/route --suite route --target
          openai/gpt-4o-mini --no-cache makes evidence

support/route@1 → support/route
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
[exit 3]
-- faulty.yaml
confidence: 30%
rules:
  - {metric: latency_p97, at_most: 1s}
  - {metric: critical, at_least: 3}
  - {metric: pass_rate, at_least: 3s}
  - {metric: cost_per_case, tag: de, at_most: 1%}
  - {metric: score}
$ promptctl -C shop gate support/route --against support/route@1 --policy ../faulty.yaml
[stderr]
../faulty.yaml:1:13: error[bad-bound]: a confidence is from 50% to less than 100%
    confidence: 30%
                ^
../faulty.yaml:3:14: error[unknown-metric]: `latency_p97` is not measured
      - {metric: latency_p97, at_most: 1s}
                 ^
  hint: latency and first_token have _p50, _p90, _p95 and _p99
../faulty.yaml:4:34: error[bad-bound]: `critical` can't have the bound `at_least`
      - {metric: critical, at_least: 3}
                                     ^
  hint: write flips: 0
../faulty.yaml:5:35: error[bad-bound]: `at_least` of pass_rate is no bound
      - {metric: pass_rate, at_least: 3s}
                                      ^
  hint: write a share: 2%
../faulty.yaml:6:34: error[bad-bound]: `cost_per_case` is not measured by tag
      - {metric: cost_per_case, tag: de, at_most: 1%}
                                     ^
../faulty.yaml:6:47: error[bad-bound]: `at_most` of cost_per_case is no bound
      - {metric: cost_per_case, tag: de, at_most: 1%}
                                                  ^
  hint: write an amount: 0.01 USD
../faulty.yaml:7:5: error[bad-bound]: the rule bounds nothing
      - {metric: score}
        ^
  hint: add one of: at_least, at_most, not_worse_by, flips
7 errors, 0 warnings
[exit 2]
$ promptctl -C shop gate support/route
[stderr]
error[usage]: say what it shall take the place of
  hint: --env ENV or --against ADDRESS
[exit 2]
$ promptctl -C shop gate --env production
[stderr]
error[usage]: name one content, or --changed-since a revision
  hint: promptctl gate support/triage --env production
[exit 2]
$ promptctl -C shop gate support/route --env staging
[stderr]
error[unknown-environment]: there is no environment `staging`
  hint: there are: production
[exit 2]
