# What an override went past is seen for as long as its version is live, also after a rollback to it.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production: {after: staging}
-- w/prompts/p.prompt
One.
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ promptctl -C w register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
$ promptctl -C w promote p@1 --to production --override --reason " "
[stderr]
error[usage]: an override needs a reason
  hint: --reason TEXT
[exit 2]
$ promptctl -C w promote p@1 --to production --override --reason "the mail must go out"
p@1 is live in production (the first there)
  overridden after: p@1 was never live in staging
[exit 0]
-- w/prompts/p.prompt
Two.
$ git -C w commit -qam second
$ promptctl -C w register p
registered p@2 (sha256:0c9763302b27)
[exit 0]
$ promptctl -C w promote p@2 --to staging
p@2 is live in staging (the first there)
[exit 0]
$ promptctl -C w promote p@2 --to production
p@2 is live in production (was @1)
[exit 0]
$ promptctl -C w status
p  latest @2, the working tree has it
  staging      @2     just now  Mia Kern             no evidence
  production   @2     just now  Mia Kern             no evidence

ledger: event 5, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w rollback p --env production --reason " "
[stderr]
error[usage]: a rollback needs a reason
  hint: --reason TEXT
[exit 2]
$ promptctl -C w yank p@2 --reason "	"
[stderr]
error[usage]: a yank needs a reason
  hint: --reason TEXT
[exit 2]
$ promptctl -C w rollback p --env production --no-yank --reason "two is worse"
p@1 is live in production (was @2)
  overridden after: p@1 was never live in staging
[exit 0]
$ promptctl -C w status
p  latest @2, the working tree has it
  staging      @2     just now  Mia Kern             no evidence
  production   @1     just now  Mia Kern             no evidence
    rollback: two is worse
      past after: p@1 was never live in staging

ledger: event 6, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w log p --json
{
  "format": "promptctl-log 1",
  "events": [
    {
      "prompt": "p",
      "seq": 6,
      "type": "rollback",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "two is worse",
      "effect": "moved",
      "version": 1,
      "environment": "production",
      "from": 2,
      "objections": [
        "after: p@1 was never live in staging"
      ]
    },
    {
      "prompt": "p",
      "seq": 5,
      "type": "promote",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "effect": "moved",
      "version": 2,
      "environment": "production",
      "from": 1
    },
    {
      "prompt": "p",
      "seq": 4,
      "type": "promote",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "effect": "moved",
      "version": 2,
      "environment": "staging"
    },
    {
      "prompt": "p",
      "seq": 3,
      "type": "register",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "effect": "registered",
      "version": 2
    },
    {
      "prompt": "p",
      "seq": 2,
      "type": "override",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "reason": "the mail must go out",
      "effect": "moved",
      "version": 1,
      "environment": "production",
      "objections": [
        "after: p@1 was never live in staging"
      ]
    },
    {
      "prompt": "p",
      "seq": 1,
      "type": "register",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "effect": "registered",
      "version": 1
    }
  ]
}
[exit 0]
$ promptctl -C w verify
ACCEPTED  6 events replayed, every view follows from them

  tip  cda49add88bfd9d44f068d2e77b38cd8c4acb265
[exit 0]
# A promotion that its conditions allow ends the mark.
$ promptctl -C w promote p@1 --to staging
p@1 is live in staging (was @2)
[exit 0]
$ promptctl -C w promote p@2 --to production
p@2 is live in production (was @1)
[exit 0]
$ promptctl -C w promote p@1 --to production
p@1 is live in production (was @2)
[exit 0]
$ promptctl -C w status
p  latest @2, the working tree has it
  staging      @1     just now  Mia Kern             no evidence
  production   @1     just now  Mia Kern             no evidence

ledger: event 9, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w rollback p --env production --to 2 --no-yank --reason "one is worse"
p@2 is live in production (was @1)
[exit 0]
$ promptctl -C w rollback p --env production --to 1 --no-yank --reason "no, it is better"
p@1 is live in production (was @2)
[exit 0]
$ promptctl -C w status
p  latest @2, the working tree has it
  staging      @1     just now  Mia Kern             no evidence
  production   @1     just now  Mia Kern             no evidence
    rollback: no, it is better

ledger: event 11, 2026-01-02T03:04:05Z
[exit 0]
# What was decided is decided the same again.
$ promptctl -C w verify
ACCEPTED  11 events replayed, every view follows from them

  tip  500fff5d72f8623069723b16f8222abdc241cc73
[exit 0]
