# A pull request is decided on by the prompts that it changes, against the commit that it started from.
$ copy tests/examples/route shop
$ clock 2026-01-05T09:00:00Z
-- shop/prompts/support/other.prompt
---
model: openai/gpt-4o-mini
---
Nobody judges this.
$ git init -q -b main shop
$ git -C shop add -A
$ git -C shop commit -qm first
$ promptctl -C shop gate --changed-since main --offline
[stderr]
no prompt, suite or case has changed since main
[exit 0]
$ git -C shop checkout -q -b shorter
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
$ git -C shop commit -qam "a shorter prompt"
$ promptctl -C shop gate --changed-since main --offline --format github
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate at least 80%25::route with openai/gpt-4o-mini: 70.0%25 (60.4%25 to 78.1%25)
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate not worse by 5%25::route with openai/gpt-4o-mini: -20.0 points (-29.5 to -11.6)
::error file=prompts/support/route.prompt,title=rejected%3A critical flips at most 0::route with openai/gpt-4o-mini: 1 case
::error file=prompts/support/route.prompt,title=lost%3A route-1003 (critical)::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=lost%3A route-1002::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1006::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1011::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=lost%3A route-1014::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1018::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1019::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1027::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1030::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1033::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning title=and more::12 more of this kind; the other formats have them all
[exit 1]
$ GITHUB_STEP_SUMMARY=../summary.md promptctl -C shop gate --changed-since main --offline --format github -o ../gate.json -o ../gate.html -q
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate at least 80%25::route with openai/gpt-4o-mini: 70.0%25 (60.4%25 to 78.1%25)
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate not worse by 5%25::route with openai/gpt-4o-mini: -20.0 points (-29.5 to -11.6)
::error file=prompts/support/route.prompt,title=rejected%3A critical flips at most 0::route with openai/gpt-4o-mini: 1 case
::error file=prompts/support/route.prompt,title=lost%3A route-1003 (critical)::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=lost%3A route-1002::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1006::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1011::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=lost%3A route-1014::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1018::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1019::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1027::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1030::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1033::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning title=and more::12 more of this kind; the other formats have them all
[exit 1]
$ cat summary.md
### ❌ rejected: <code>support/route</code> by the gate of <code>production</code>, against <code>support/route&#64;git:60733a2782d2</code>

**<code>route</code>** with <code>openai/gpt-4o-mini</code>

| rule | outcome | figure |
|---|---|---|
| pass&#95;rate at least 80% | **✗ rejected** | 70.0% (60.4% to 78.1%) |
| pass&#95;rate not worse by 5% | **✗ rejected** | -20.0 points (-29.5 to -11.6) |
| critical flips at most 0 | **✗ rejected** | 1 case |
| cost&#95;per&#95;case at most 0.001 USD | **✓ accepted** | &#36;0.00000497 (&#36;0.00000482 to &#36;0.00000503) |
| cost&#95;per&#95;case not worse by 80% | **✓ accepted** | ×0.67 (0.67 to 0.67) |
| errors at most 1% | **✓ accepted** | 0.0% |

- evidence sha256:20ffbedbc2c7, answered by cassette or cache, unsigned, attempts not provable, replies judged again; against sha256:d36f1f60af3e, likewise

intervals at 95%; a rejection holds at the level that 4 rules share (Holm)

#### <code>route</code> with <code>openai/gpt-4o-mini</code>

100 cases in both runs: 22 lost, 0 worse, 76 unchanged, 0 better, 2 gained

| figure | before → after | points (95% interval) | verdict | cases | p | p (Holm) | test | detectable |
|---|--:|--:|---|--:|--:|--:|---|--:|
| pass rate | 90.0% → 70.0% | -20.0 (-29.5 to -11.6) | **worse** | 100 | &#60;0.001 | &#60;0.001 | exact McNemar | 13.1 |
| score | 0.950 → 0.850 | -10.0 (-15.0 to -4.6) | **worse** | 100 | &#60;0.001 | &#60;0.001 | paired t | 7.4 |
| department | 0.900 → 0.700 | -20.0 (-29.5 to -11.6) | **worse** | 100 | &#60;0.001 | &#60;0.001 | exact McNemar | 13.1 |
| form | 1.000 → 1.000 | +0.0 (-3.7 to +3.7) | can't tell | 100 | 1.000 | 1.000 | exact McNemar | 3.9 |
| pass rate &#91;billing&#93; | 100.0% → 92.0% | -8.0 (-25.0 to +6.4) | can't tell | 25 | 0.500 | 1.000 | exact McNemar | 21.6 |
| score &#91;billing&#93; | 1.000 → 0.960 | -4.0 (-15.9 to +8.5) | can't tell | 25 | 0.161 | 0.807 | paired t | 17.2 |
| pass rate &#91;delivery&#93; | 88.0% → 44.0% | -44.0 (-64.2 to -18.4) | **worse** | 25 | 0.003 | 0.027 | exact McNemar | 35.7 |
| score &#91;delivery&#93; | 0.940 → 0.720 | -22.0 (-36.1 to -4.6) | **worse** | 25 | &#60;0.001 | 0.008 | paired t | 22.4 |
| pass rate &#91;repairs&#93; | 92.0% → 92.0% | +0.0 (-13.3 to +13.3) | can't tell | 25 | 1.000 | 1.000 | exact McNemar | 15.5 |
| score &#91;repairs&#93; | 0.960 → 0.960 | +0.0 (-11.0 to +11.0) | can't tell | 25 | 1.000 | 1.000 | paired t | 15.5 |
| pass rate &#91;returns&#93; | 80.0% → 52.0% | -28.0 (-49.0 to -5.4) | perhaps worse | 25 | 0.039 | 0.234 | exact McNemar | 33.3 |
| score &#91;returns&#93; | 0.900 → 0.760 | -14.0 (-28.1 to +2.2) | can't tell | 25 | 0.016 | 0.114 | paired t | 21.4 |

| time and cost | before → after | ratio (95% interval) | verdict |
|---|--:|--:|---|
| cost p50 | &#36;0.00000742 → &#36;0.00000495 | ×0.67 (0.66 to 0.68) | **cheaper** |
| cost p95 | &#36;0.00000766 → &#36;0.00000525 | ×0.69 (0.67 to 0.69) | **cheaper** |
| cost mean |  | ×0.67 (0.67 to 0.67) | **cheaper** |

- with 100 cases, a true difference of 13.1 points in the pass rate is seen 4 times of 5, a smaller one less often
- latency: 100 calls before and 100 after were replayed or failed; there is nothing to compare

<details><summary>Changed cases: 5 of 24</summary>

**lost** <code>route-1003</code> (critical): score 1.000 → 0.500

Before:

```
returns
```

After:

```
delivery
```

- ✗ equals (department): expected "returns", not "delivery"

**lost** <code>route-1002</code>: score 1.000 → 0.500

Before:

```
delivery
```

After:

```
billing
```

- ✗ equals (department): expected "delivery", not "billing"

**lost** <code>route-1006</code>: score 1.000 → 0.500

Before:

```
delivery
```

After:

```
billing
```

- ✗ equals (department): expected "delivery", not "billing"

**lost** <code>route-1011</code>: score 1.000 → 0.500

Before:

```
returns
```

After:

```
delivery
```

- ✗ equals (department): expected "returns", not "delivery"

**lost** <code>route-1014</code>: score 1.000 → 0.500

Before:

```
delivery
```

After:

```
billing
```

- ✗ equals (department): expected "delivery", not "billing"

</details>

<details><summary>Interface and settings</summary>

```
  interface  unchanged
  config     unchanged
```

</details>

<details><summary>Text: <code>prompt</code></summary>

```diff
@@ -4,6 +4,6 @@
 input: {schema: {ticket: string}}
 ---
 {{role "system"}}
-Sort e-mails to a furniture shop. Answer with the department that has to act: billing, delivery, returns or repairs.
+In one word: billing, delivery, returns or repairs?
 {{role "user"}}
 {{ticket}}
```

</details>

<sub><code>dataset:9f558f0a cases:100 repeats:1 reducer:pass^k before:dabc9d68 after:4d84a8e7 suite:efcb77a6 model:openai/gpt-4o-mini interval:95% bootstrap-seed:20261121 promptctl:0.1.0</code></sub>
# Another case changes the suite, and so what its prompt is judged by.
$ git -C shop checkout -q -b stricter main
-- shop/golden/route/suite.yaml
prompt: support/route
cases: cases.jsonl
assert:
  - {type: equals, value: "{{expected}}", metric: department}
$ promptctl -C shop gate --changed-since main --offline --cases 0
ACCEPTED  support/route by the gate of production, against
          support/route@git:60733a2782d2

  route with openai/gpt-4o-mini
    ✓ pass_rate at least 80%: 90.0% (82.6% to 94.5%)
    ✓ pass_rate not worse by 5%: +0.0 points (-3.7 to +3.7)
    ✓ critical flips at most 0: 0 cases
    ✓ cost_per_case at most 0.001 USD: $0.00000742 ($0.00000720 to $0.00000750)
    ✓ cost_per_case not worse by 80%: ×1.00 (1.00 to 1.00)
    ✓ errors at most 1%: 0.0%
    note: run offline-0b5e0ca6ff29 was made with files that are not
          committed: golden/route/suite.yaml
    evidence sha256:b580af08b85d, answered by cassette or cache, unsigned,
    attempts not provable, replies judged again; against sha256:b580af08b85d,
    likewise

  intervals at 95%; a rejection holds at the level that 4 rules share (Holm)

support/route@git:60733a2782d2 and support/route are identical: sha256:dabc9d6851da

route with openai/gpt-4o-mini: 100 cases in both runs: 0 lost, 0 worse, 100
  unchanged, 0 better, 0 gained

  figure                 before → after  points (95% interval)  verdict
  pass rate               90.0% → 90.0%    +0.0 (-3.7 to +3.7)  can't tell
  score                   0.900 → 0.900    +0.0 (-3.7 to +3.7)  can't tell
  department              0.900 → 0.900    +0.0 (-3.7 to +3.7)  can't tell
  pass rate [billing]   100.0% → 100.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [billing]         1.000 → 1.000  +0.0 (-13.3 to +13.3)  can't tell
  pass rate [delivery]    88.0% → 88.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [delivery]        0.880 → 0.880  +0.0 (-13.3 to +13.3)  can't tell
  pass rate [repairs]     92.0% → 92.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [repairs]         0.920 → 0.920  +0.0 (-13.3 to +13.3)  can't tell
  pass rate [returns]     80.0% → 80.0%  +0.0 (-13.3 to +13.3)  can't tell
  score [returns]         0.800 → 0.800  +0.0 (-13.3 to +13.3)  can't tell

  figure                cases      p  p (Holm)  test           detectable
  pass rate               100  1.000     1.000  exact McNemar         3.9
  score                   100  1.000     1.000  exact McNemar         3.9
  department              100  1.000     1.000  exact McNemar         3.9
  pass rate [billing]      25  1.000     1.000  exact McNemar        15.5
  score [billing]          25  1.000     1.000  exact McNemar        15.5
  pass rate [delivery]     25  1.000     1.000  exact McNemar        15.5
  score [delivery]         25  1.000     1.000  exact McNemar        15.5
  pass rate [repairs]      25  1.000     1.000  exact McNemar        15.5
  score [repairs]          25  1.000     1.000  exact McNemar        15.5
  pass rate [returns]      25  1.000     1.000  exact McNemar        15.5
  score [returns]          25  1.000     1.000  exact McNemar        15.5

  time and cost             before → after  ratio (95% interval)  verdict
  cost p50       $0.00000742 → $0.00000742  ×1.00 (1.00 to 1.00)  can't tell
  cost p95       $0.00000766 → $0.00000766  ×1.00 (1.00 to 1.00)  can't tell
  cost mean                                 ×1.00 (1.00 to 1.00)  can't tell

  with 100 cases, a true difference of 3.9 points in the pass rate is seen 4
  times of 5, a smaller one less often
  latency: 100 calls before and 100 after were replayed or failed; there is
  nothing to compare

  signature  dataset:9f558f0a cases:100 repeats:1 reducer:pass^k before:dabc9d68
             after:dabc9d68 suite:5b86a3dc model:openai/gpt-4o-mini interval:95%
             bootstrap-seed:20261121 promptctl:0.1.0

  note: route was changed too: both contents are judged by its new state
  note: an assertion that is gone from route, or changed:
        {"metric":"form","type":"regex","value":"^[a-z]+$"}
[exit 0]
$ git -C shop checkout -q -f -b unjudged main
-- shop/prompts/support/other.prompt
---
model: openai/gpt-4o-mini
---
Nobody judges this either.
$ promptctl -C shop gate --changed-since main --offline
INCONCLUSIVE  support/other by the gate of production, against
              support/other@git:60733a2782d2

support/other@git:60733a2782d2 → support/other
  note: no suite judges support/other: nothing can speak for it
  interface  unchanged
  config     unchanged
  text       prompt
  @@ 1,4 → 1,4 @@
     ---
     model: openai/gpt-4o-mini
     ---
   - Nobody judges this.
   + Nobody judges this {+either+}.
[exit 3]
$ promptctl -C shop gate --changed-since nowhere
[stderr]
error[unknown-revision]: git knows no revision `nowhere`
  hint: in a shallow clone, fetch more history
[exit 2]
$ promptctl -C shop gate support/route --changed-since main
[stderr]
error[usage]: name one content, or --changed-since a revision
  hint: promptctl gate support/triage --env production
[exit 2]
# What a pull request takes from the judging of its prompt is said: cases that fail can't just be taken out.
$ git -C shop checkout -q -f -b lenient main
-- shop/golden/route/suite.yaml
prompt: support/route
cases: cases.yaml
quarantine: [{case: route-1002, owner: ada, reason: r, until: 2026-12-31}]
assert:
  - {type: equals, value: "{{expected}}", metric: department}
-- shop/golden/route/cases.yaml
- {id: route-1001, vars: {ticket: I was charged twice for order 1001.}, expected: billing, tags: [billing]}
- {id: route-1002, vars: {ticket: Where is order 1002? It should have come on Monday.}, expected: delivery}
- {id: route-1003, vars: {ticket: "I want to send order 1003 back, the colour is wrong."}, expected: returns}
$ promptctl -C shop gate --changed-since main --offline --format github
::warning file=prompts/support/route.prompt,title=inconclusive%3A pass_rate at least 80%25::route with openai/gpt-4o-mini: 100.0%25 (34.2%25 to 100.0%25); 2 of the 30 cases that the policy asks for
::warning file=prompts/support/route.prompt,title=inconclusive%3A pass_rate not worse by 5%25::route with openai/gpt-4o-mini: +0.0 points (-65.8 to +65.8); 2 of the 30 cases that the policy asks for
::warning file=prompts/support/route.prompt,title=inconclusive%3A cost_per_case at most 0.001 USD::route with openai/gpt-4o-mini: $0.00000742 ($0.00 to $0.00000780); 2 of the 30 cases that the policy asks for
::warning file=prompts/support/route.prompt,title=inconclusive%3A cost_per_case not worse by 80%25::route with openai/gpt-4o-mini: ×1.00 (1.00 to 1.00); 2 of the 30 cases that the policy asks for
::warning file=prompts/support/route.prompt,title=inconclusive%3A errors at most 1%25::route with openai/gpt-4o-mini: 0.0%25; 2 of the 30 cases that the policy asks for
::warning file=prompts/support/route.prompt,title=note::route was changed too: both contents are judged by its new state
::warning file=prompts/support/route.prompt,title=note::cases that are gone from route: route-1004, route-1005, route-1006, route-1007, route-1008 and 92 more
::warning file=prompts/support/route.prompt,title=note::cases that are no longer critical in route: route-1003
::warning file=prompts/support/route.prompt,title=note::cases that are now in quarantine in route: route-1002
::warning file=prompts/support/route.prompt,title=note::an assertion that is gone from route, or changed: {"metric":"form","type":"regex","value":"^[a-z]+$"}
[exit 3]
# The gate is that of the branch that the pull request goes to, whatever that is called.
$ git -C shop checkout -q -f -B trunk main
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
-- shop/promptctl.yaml
format: 1
defaults: {target: openai/other}
environments:
  production:
    gate:
      cassette: allow
      rules:
        - {metric: pass_rate, at_least: 1%}
$ git -C shop rm -q prompts/support/other.prompt
$ git -C shop commit -qam "An easier gate"
$ promptctl -C shop gate --changed-since main --offline --format github
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate at least 80%25::route with openai/gpt-4o-mini: 70.0%25 (60.4%25 to 78.1%25)
::error file=prompts/support/route.prompt,title=rejected%3A pass_rate not worse by 5%25::route with openai/gpt-4o-mini: -20.0 points (-29.5 to -11.6)
::error file=prompts/support/route.prompt,title=rejected%3A critical flips at most 0::route with openai/gpt-4o-mini: 1 case
::error file=prompts/support/route.prompt,title=lost%3A route-1003 (critical)::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=note::promptctl.yaml names another default model, other servers or prices: servers and prices are the new ones for both contents, and each runs on its own default
::warning title=note::support/other is gone: nothing is compared with it
::warning file=prompts/support/route.prompt,title=lost%3A route-1002::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1006::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1011::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "returns", not "delivery"
::warning file=prompts/support/route.prompt,title=lost%3A route-1014::route with openai/gpt-4o-mini: score 1.000 → 0.500; equals (department): expected "delivery", not "billing"
::warning file=prompts/support/route.prompt,title=lost%3A route-1018::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1019::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning file=prompts/support/route.prompt,title=lost%3A route-1027::route with openai/gpt-4o-mini: score 1.000 → 0.500
::warning title=and more::14 more of this kind; the other formats have them all
[exit 1]
$ git -C shop remote add origin ../nowhere.git
$ git -C shop branch -q -D main
$ promptctl -C shop gate support/route --env production
[stderr]
error[no-policy]: it can't be told which branch of origin has the conditions
  hint: git remote set-head origin --auto
[exit 2]
