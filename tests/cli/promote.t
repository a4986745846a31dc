# A version reaches an environment when the environment's conditions hold, and only then.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production: {after: staging, soak: 24h}
-- w/prompts/support/triage.prompt
---
model: openai/gpt-4o-mini
input: {schema: {subject: string}}
---
{{>tone}}Sort this e-mail: {{subject}}
-- w/prompts/_tone.prompt
Be kind.
-- w/prompts/support/answer.prompt
---
model: openai/gpt-4o-mini
input: {schema: {question: string}}
---
Answer: {{question}}
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w promote support/triage@1 --to staging
[stderr]
error[unknown-version]: no version of `support/triage` is registered
  hint: promptctl register gives committed content its number
[exit 2]
$ promptctl -C w register --changed
registered support/answer@1 (sha256:6d776e04fa59)
registered support/triage@1 (sha256:baa1129f986b)
[exit 0]
$ promptctl -C w promote support/triage@1 --to stagin
[stderr]
error[unknown-environment]: there is no environment `stagin`
  hint: did you mean `staging`?
[exit 2]
$ promptctl -C w promote support/triag --to staging
[stderr]
error[unknown-prompt]: there is no prompt `support/triag`
  hint: did you mean `support/triage`?
[exit 2]
$ promptctl -C w promote support/triage@1
[stderr]
error[usage]: name the environment
  hint: --to ENV
[exit 2]
$ promptctl -C w promote support/triage@2 --to staging
[stderr]
error[unknown-version]: there is no version support/triage@2
  hint: its only version is 1
[exit 2]
$ promptctl -C w promote support/triage@1 --to production
REJECTED  production stays as it is

  ✗ after: support/triage@1 was never live in staging
  --override --reason TEXT goes past this, for all to see
[exit 1]
$ promptctl -C w promote support/triage@latest support/answer@latest --to staging --reason "first release"
support/triage@1 is live in staging (the first there)
support/answer@1 is live in staging (the first there)
[exit 0]
$ promptctl -C w promote support/triage@1 --to staging
support/triage@1 is live in staging already
[exit 0]
$ clock 2026-01-02T12:00:00Z
$ promptctl -C w promote support/triage@staging --to production
REJECTED  production stays as it is

  ✗ soak: support/triage@1 was live in staging for 8h of 24h
  --override --reason TEXT goes past this, for all to see
[exit 1]
$ clock 2026-01-03T04:00:00Z
$ promptctl -C w promote support/triage@staging --to production --json
{
  "format": "promptctl-movement 1",
  "event": {
    "format": "promptctl-event 1",
    "previous": "57f32310b6122206269351ab9a780e411e300e859461d57f9787c247224c8f4c",
    "seq": 3,
    "type": "promote",
    "actor": "Mia Kern <mia@larchpine.example>",
    "at": "2026-01-03T04:00:00Z",
    "payload": {
      "environment": "production",
      "moves": [
        {
          "prompt": "support/triage",
          "version": 1,
          "digest": "baa1129f986b6283ea3139497af436a5cde1ad6e3a96e67a6b098c85e1593667"
        }
      ],
      "policy": "6c5991110742097869c40ba151ef9f07f05b39d734907dfeff4bdf22ff1e1796",
      "conditions": {
        "commit": "6661ac8e4a99d945a27f99780154b66d456c4395"
      }
    }
  },
  "live_already": [],
  "objections": [],
  "moved_by_others": [],
  "gates": [],
  "request": null
}
[exit 0]
$ promptctl -C w status
support/answer  latest @1, the working tree has it
  staging      @1     24h       Mia Kern             no evidence
support/triage  latest @1, the working tree has it
  staging      @1     24h       Mia Kern             no evidence
  production   @1     just now  Mia Kern             no evidence

ledger: event 3, 2026-01-03T04:00:00Z
[exit 0]
# A second version, in a hurry. The override needs a reason, and is seen for as long as it is live.
-- w/prompts/_tone.prompt
Be very kind.
$ git -C w add -A
$ git -C w commit -qm second
$ promptctl -C w register --changed
registered support/triage@2 (sha256:e1d204ceb595)
[exit 0]
$ promptctl -C w promote support/triage@2 --to production --override
[stderr]
error[usage]: an override needs a reason
  hint: --reason TEXT
[exit 2]
$ promptctl -C w promote support/triage@2 --to production --override --reason "refunds are lost"
support/triage@2 is live in production (was @1)
  overridden after: support/triage@2 was never live in staging
[exit 0]
$ promptctl -C w status support/triage
support/triage  latest @2, the working tree has it
  staging      @1     24h       Mia Kern             no evidence
  production   @2     just now  Mia Kern             no evidence
    override: refunds are lost
      past after: support/triage@2 was never live in staging

ledger: event 5, 2026-01-03T04:00:00Z
[exit 0]
# Back to what was live before. The bad version is withdrawn and goes nowhere any more.
$ clock 2026-01-03T05:00:00Z
$ promptctl -C w rollback support/triage --env production
[stderr]
error[usage]: a rollback needs a reason
  hint: --reason TEXT
[exit 2]
$ promptctl -C w rollback support/triage --env production --reason "worse than before"
support/triage@1 is live in production (was @2)
support/triage@2 is yanked: no environment takes it any more
[exit 0]
$ promptctl -C w promote support/triage@2 --to staging
REJECTED  staging stays as it is

  ✗ yanked: support/triage@2 is yanked: worse than before (Mia Kern <mia@larchpine.example>, 2026-01-03T05:00:00Z)
[exit 1]
$ promptctl -C w promote support/triage@2 --to staging --override --reason "please"
REJECTED  staging stays as it is

  ✗ yanked: support/triage@2 is yanked: worse than before (Mia Kern <mia@larchpine.example>, 2026-01-03T05:00:00Z)
[exit 1]
$ promptctl -C w rollback support/triage --env production --reason "again"
[stderr]
error[no-earlier-version]: no other version of `support/triage` that is not yanked was live in production
  hint: promote another version there
[exit 2]
$ promptctl -C w rollback support/triage --env production --to 2 --reason "again"
[stderr]
error[no-earlier-version]: support/triage@2 was rolled back in production: a rollback does not go forward to it
  hint: promote it instead: that asks for the environment's conditions
[exit 2]
$ promptctl -C w rollback support/answer --env production --reason "was never there"
[stderr]
error[not-live]: no version of `support/answer` is live in production
[exit 2]
$ promptctl -C w rollback support/triage --env production --to 1 --reason "is there"
support/triage@1 is live in production already
[exit 0]
$ promptctl -C w status support/triage
support/triage  latest @1 (@2 is yanked), the working tree has @2
  staging      @1     25h       Mia Kern             no evidence
  production   @1     just now  Mia Kern             no evidence
    rollback: worse than before

ledger: event 6, 2026-01-03T05:00:00Z
[exit 0]
$ promptctl -C w register support/triage
REJECTED  this content is support/triage@2, which is yanked: worse than before (Mia Kern <mia@larchpine.example>)
[exit 1]
# A yank can be taken back.
$ promptctl -C w yank support/triage@2 --reason "twice"
support/triage@2 is yanked already
[exit 0]
$ promptctl -C w yank support/triage@2 --undo --reason "it was the mail server"
support/triage@2 may be promoted again
[exit 0]
$ promptctl -C w yank support/triage@2 --undo --reason "it was the mail server"
support/triage@2 is not yanked
[exit 0]
$ promptctl -C w promote support/triage@2 --to staging
support/triage@2 is live in staging (was @1)
[exit 0]
$ promptctl -C w yank support/answer@1 --reason "leaks order numbers"
support/answer@1 is yanked: no environment takes it any more
[stderr]
note: support/answer@1 is still live in staging; promptctl rollback support/answer --env staging --reason TEXT
[exit 0]
$ promptctl -C w yank support/answer --reason "leaks order numbers"
[stderr]
error[usage]: `support/answer` names no version
  hint: NAME@NUMBER
[exit 2]
$ promptctl -C w log
#9    2026-01-03T05:00:00Z  yank      support/answer@1  Mia Kern
      leaks order numbers
#8    2026-01-03T05:00:00Z  promote   support/triage@2 → staging (was @1)  Mia Kern
#7    2026-01-03T05:00:00Z  restore   support/triage@2  Mia Kern
      it was the mail server
#6    2026-01-03T05:00:00Z  yank      support/triage@2  Mia Kern
      worse than before
#6    2026-01-03T05:00:00Z  rollback  support/triage@1 → production (was @2)  Mia Kern
      worse than before
#5    2026-01-03T04:00:00Z  override  support/triage@2 → production (was @1)  Mia Kern
      refunds are lost
#4    2026-01-03T04:00:00Z  register  support/triage@2  Mia Kern
#3    2026-01-03T04:00:00Z  promote   support/triage@1 → production  Mia Kern
#2    2026-01-02T03:04:05Z  promote   support/answer@1 → staging  Mia Kern
      first release
#2    2026-01-02T03:04:05Z  promote   support/triage@1 → staging  Mia Kern
      first release
#1    2026-01-02T03:04:05Z  register  support/triage@1  Mia Kern
#1    2026-01-02T03:04:05Z  register  support/answer@1  Mia Kern
[exit 0]
$ promptctl -C w log support/triage --env production
#6    2026-01-03T05:00:00Z  rollback  support/triage@1 → production (was @2)  Mia Kern
      worse than before
#5    2026-01-03T04:00:00Z  override  support/triage@2 → production (was @1)  Mia Kern
      refunds are lost
#3    2026-01-03T04:00:00Z  promote   support/triage@1 → production  Mia Kern
[exit 0]
$ promptctl -C w log --env staging --json
{
  "format": "promptctl-log 1",
  "events": [
    {
      "prompt": "support/triage",
      "seq": 8,
      "type": "promote",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-03T05:00:00Z",
      "effect": "moved",
      "version": 2,
      "environment": "staging",
      "from": 1
    },
    {
      "prompt": "support/answer",
      "seq": 2,
      "type": "promote",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "first release",
      "effect": "moved",
      "version": 1,
      "environment": "staging"
    },
    {
      "prompt": "support/triage",
      "seq": 2,
      "type": "promote",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "first release",
      "effect": "moved",
      "version": 1,
      "environment": "staging"
    }
  ]
}
[exit 0]
$ promptctl -C w log nobody
[stderr]
error[unknown-prompt]: there is no prompt `nobody`
  hint: there are: support/answer, support/triage
[exit 2]
$ promptctl -C w verify
ACCEPTED  9 events replayed, every view follows from them

  tip  0391504d42797c3fb616f65d3a9c2b40ce670c51
[exit 0]
$ promptctl -C w verify --since 4 --json
{
  "format": "promptctl-verification 1",
  "accepted": true,
  "tip": "0391504d42797c3fb616f65d3a9c2b40ce670c51",
  "events": 9,
  "replayed": 5,
  "faults": [],
  "notes": []
}
[exit 0]
# What an application takes with it.
$ promptctl -C w export production -o prompts.json
[exit 0]
$ cat w/prompts.json
{
  "format": "promptctl-export 1",
  "environment": "production",
  "prompts": [
    {
      "prompt": "support/triage",
      "version": 1,
      "digest": "baa1129f986b6283ea3139497af436a5cde1ad6e3a96e67a6b098c85e1593667",
      "interface": "0c68f06508e9393506e7db69ad14ba0184333ca2b86c306d9ac745451a3a5d5b",
      "source": "---\nmodel: openai/gpt-4o-mini\ninput: {schema: {subject: string}}\n---\n{{>tone}}Sort this e-mail: {{subject}}\n",
      "partials": {
        "tone": "Be kind.\n"
      },
      "registry": ""
    }
  ]
}
$ cat w/prompts.lock.json
{
  "format": "promptctl-lock 1",
  "environment": "production",
  "prompts": [
    {
      "prompt": "support/triage",
      "version": 1,
      "digest": "baa1129f986b6283ea3139497af436a5cde1ad6e3a96e67a6b098c85e1593667"
    }
  ]
}
$ promptctl -C w export production -o prompts.json --locked
[exit 0]
$ promptctl -C w promote support/triage@2 --to production --override --reason "it was the mail server"
support/triage@2 is live in production (was @1)
  overridden soak: support/triage@2 was live in staging for 0s of 24h
[exit 0]
$ promptctl -C w export production -o prompts.json --locked
[stderr]
REJECTED  prompts.lock.json is stale

  - support/triage@1 sha256:baa1129f986b
  + support/triage@2 sha256:e1d204ceb595
  export without --locked writes it anew
[exit 1]
$ promptctl -C w export production --locked
[stderr]
error[usage]: --locked needs a lock file
  hint: -o FILE or --lock FILE
[exit 2]
$ promptctl -C w export nowhere
[stderr]
error[unknown-environment]: there is no environment `nowhere`
  hint: there are: staging, production
[exit 2]
$ promptctl -C w render support/triage@production --var subject=Hello
[user]
Be very kind.
Sort this e-mail: Hello
[exit 0]
# The conditions are the main branch's: a change that is not merged changes nothing.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production:
-- w/prompts/_tone.prompt
Be firm.
$ git -C w checkout -qb feature
$ git -C w commit -qam "no conditions"
$ promptctl -C w register support/triage
registered support/triage@3 (sha256:3dc5e2af5fe0)
[exit 0]
$ promptctl -C w promote support/triage@3 --to production
REJECTED  production stays as it is

  ✗ after: support/triage@3 was never live in staging
  --override --reason TEXT goes past this, for all to see
[exit 1]
$ promptctl -C w get support/triage@prodction
[stderr]
error[not-live]: no version of `support/triage` is live in `prodction`
  hint: did you mean `production`?
[exit 2]
$ promptctl -C w get support/answer@production
[stderr]
error[not-live]: no version of `support/answer` is live in `production`
  hint: it is live in: staging
[exit 2]
# A name alone is the content of HEAD, whatever its number.
$ promptctl -C w promote support/triage --to staging
support/triage@3 is live in staging (was @2)
[exit 0]
$ promptctl -C w promote support/triage@git:main --to staging
support/triage@2 is live in staging (was @3)
[exit 0]
-- w/prompts/_tone.prompt
Be brief.
$ git -C w commit -qam "not registered"
$ promptctl -C w promote support/triage --to staging
[stderr]
error[unknown-version]: no version of `support/triage` has the digest 93b00718dbd3
  hint: promptctl register gives committed content its number
[exit 2]
# What was decided is decided the same again.
$ promptctl -C w verify
ACCEPTED  13 events replayed, every view follows from them

  tip  e9db255c1545ab206dfe07c82f2c1a8c22865fe2
[exit 0]
