# Who asked is told what became of it, and what to do; what programs read says the same.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production:
    approvals: {need: 2}
ledger:
  allowed_signers: allowed_signers
-- w/prompts/p.prompt
One.
$ ssh-keygen -q -t ed25519 -N '' -C mia -f mia.key
$ ssh-keygen -q -t ed25519 -N '' -C ada -f ada.key
$ ssh-keygen -q -t ed25519 -N '' -C lee -f lee.key
$ sh -c 'for who in mia ada lee; do echo "$who@larchpine.example $(cat $who.key.pub)" >> w/allowed_signers; done'
$ git init -q -b main w
$ git -C w add -A
$ git -C w commit -qm first
$ git -C w config gpg.format ssh
$ git -C w config commit.gpgSign true
$ sh -c 'git -C w config user.signingKey "$PWD/mia.key"'
$ promptctl -C w register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
$ promptctl -C w approve --list
no promotion waits for approvals, up to event 1
[exit 0]
$ promptctl -C w promote p@1 --to production
PENDING  production stays as it is: request 2 needs 2 more approvals

  p@1 → production (the first there)
  approved by nobody yet, 0 of 2
  may approve: whoever may sign; not who asked for it or who wrote it
  until 2026-01-09T03:04:05Z
  promptctl approve 2
[exit 3]
$ promptctl -C w status
p  latest @1, the working tree has it
  production   @1     waits: request 2 by Mia Kern, 0 of 2 approved

ledger: event 2, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w approve --list --reason "it is mine"
[stderr]
error[usage]: --list goes with no request, and with no answer to one
  hint: promptctl approve --list
[exit 2]
$ promptctl -C w approve --list --reject
[stderr]
error[usage]: --list goes with no request, and with no answer to one
  hint: promptctl approve --list
[exit 2]
$ promptctl -C w approve --list 2
[stderr]
error[usage]: --list goes with no request, and with no answer to one
  hint: promptctl approve --list
[exit 2]
$ promptctl -C w approve 2
REJECTED  production stays as it is

  ✗ approvals: Mia Kern <mia@larchpine.example> can't approve request 2: who asks for it can't approve it
[exit 1]
$ promptctl -C w approve 2 --json
{
  "format": "promptctl-movement 1",
  "event": null,
  "live_already": [],
  "objections": [
    {
      "condition": "approvals",
      "message": "Mia Kern <mia@larchpine.example> can't approve request 2: who asks for it can't approve it",
      "can_be_overridden": false,
      "inconclusive": false
    }
  ],
  "moved_by_others": [],
  "gates": [],
  "request": {
    "seq": 2,
    "type": "request",
    "actor": "Mia Kern <mia@larchpine.example>",
    "at": "2026-01-02T03:04:05Z",
    "environment": "production",
    "moves": [
      {
        "prompt": "p",
        "version": 1,
        "digest": "84313478f6cfd560d8f490aeb8aae79eb0d80953293f976fe629d13886e99a70"
      }
    ],
    "policy": "2d26387d191023e0cd43a8a5d66fc750cc25067d5c59f08eeeea69ffac7a5962",
    "state": "open",
    "why": "",
    "approved": [],
    "discounted": [],
    "missing": 2,
    "expires": "2026-01-09T03:04:05Z"
  }
}
[exit 1]
# Ada says no: Mia is told, and nobody else.
$ sh -c 'git -C w config user.signingKey "$PWD/ada.key"'
$ GIT_AUTHOR_NAME="Ada Berg" GIT_AUTHOR_EMAIL=ada@larchpine.example promptctl -C w approve 2 --reject --reason "not before the audit"
Ada Berg rejected request 2
  p@1 → production (the first there)
[exit 0]
$ promptctl -C w status
p  latest @1, the working tree has it

ledger: event 3, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w approve --list
no promotion waits for approvals, up to event 3
[exit 0]
$ GIT_AUTHOR_NAME="Mia Kern" GIT_AUTHOR_EMAIL=mia@larchpine.example promptctl -C w status
p  latest @1, the working tree has it
  production   @1     request 2 was rejected by Ada Berg <ada@larchpine.example>: not before the audit
    ask again: promptctl promote p@1 --to production

ledger: event 3, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w approve --list
no promotion waits for approvals, up to event 3

request 2 was rejected by Ada Berg <ada@larchpine.example>: not before the audit
  p@1 → production (the first there)
  ask again: promptctl promote p@1 --to production
[exit 0]
$ promptctl -C w status --env staging
p  latest @1, the working tree has it

ledger: event 3, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C w approve --list --json
{
  "format": "promptctl-requests 1",
  "requests": [],
  "ended": [
    {
      "seq": 2,
      "type": "request",
      "actor": "Mia Kern <mia@larchpine.example>",
      "at": "2026-01-02T03:04:05Z",
      "environment": "production",
      "moves": [
        {
          "prompt": "p",
          "version": 1,
          "digest": "84313478f6cfd560d8f490aeb8aae79eb0d80953293f976fe629d13886e99a70"
        }
      ],
      "policy": "2d26387d191023e0cd43a8a5d66fc750cc25067d5c59f08eeeea69ffac7a5962",
      "answers": [
        {
          "seq": 3,
          "type": "reject",
          "actor": "Ada Berg <ada@larchpine.example>",
          "at": "2026-01-02T03:04:05Z",
          "reason": "not before the audit"
        }
      ],
      "state": "rejected",
      "why": "was rejected by Ada Berg <ada@larchpine.example>: not before the audit",
      "approved": [],
      "discounted": [],
      "missing": 0,
      "expires": "2026-01-09T03:04:05Z"
    }
  ]
}
[exit 0]
# A rejection is what is told of, also when the request has expired since.
$ clock 2026-01-20T00:00:00Z
$ promptctl -C w status
p  latest @1, the working tree has it
  production   @1     request 2 was rejected by Ada Berg <ada@larchpine.example>: not before the audit
    ask again: promptctl promote p@1 --to production

ledger: event 3, 2026-01-02T03:04:05Z
[exit 0]
# Asked anew, it waits again, and expires.
$ sh -c 'git -C w config user.signingKey "$PWD/mia.key"'
$ promptctl -C w promote p@1 --to production
PENDING  production stays as it is: request 4 needs 2 more approvals

  p@1 → production (the first there)
  approved by nobody yet, 0 of 2
  may approve: whoever may sign; not who asked for it or who wrote it
  until 2026-01-27T00:00:00Z
  promptctl approve 4
[exit 3]
$ promptctl -C w status
p  latest @1, the working tree has it
  production   @1     waits: request 4 by Mia Kern, 0 of 2 approved

ledger: event 4, 2026-01-20T00:00:00Z
[exit 0]
$ clock 2026-01-30T00:00:00Z
$ promptctl -C w status
p  latest @1, the working tree has it
  production   @1     request 4 expired at 2026-01-27T00:00:00Z
    ask again: promptctl promote p@1 --to production

ledger: event 4, 2026-01-20T00:00:00Z
[exit 0]
$ promptctl -C w approve 4
REJECTED  production stays as it is

  ✗ approvals: request 4 expired at 2026-01-27T00:00:00Z
[exit 1]
# Other conditions on the main branch make it void.
$ promptctl -C w promote p@1 --to production
PENDING  production stays as it is: request 5 needs 2 more approvals

  p@1 → production (the first there)
  approved by nobody yet, 0 of 2
  may approve: whoever may sign; not who asked for it or who wrote it
  until 2026-02-06T00:00:00Z
  promptctl approve 5
[exit 3]
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production:
    approvals: {need: 1}
ledger:
  allowed_signers: allowed_signers
$ git -C w commit -qam "one is enough"
$ promptctl -C w approve --list
no promotion waits for approvals, up to event 5

request 5 is void: the main branch has other conditions for production now
  p@1 → production (the first there)
  ask again: promptctl promote p@1 --to production
[exit 0]
# What has gone live meanwhile, or was yanked, is not asked for again.
$ promptctl -C w yank p@1 --reason "leaks"
p@1 is yanked: no environment takes it any more
[exit 0]
$ promptctl -C w status
p  every version is yanked, the working tree has @1

ledger: event 6, 2026-01-30T00:00:00Z
[exit 0]
$ promptctl -C w approve --list
no promotion waits for approvals, up to event 6
[exit 0]
# A request that can't get its approvals says so, and a hint to override whom it is for.
-- w/promptctl.yaml
format: 1
environments:
  staging:
  production:
    after: staging
    approvals: {need: 2, of: [mia@larchpine.example, ada@larchpine.example]}
    overrides: {of: [mia@larchpine.example]}
ledger:
  allowed_signers: allowed_signers
-- w/prompts/p.prompt
Two.
$ git -C w commit -qam two
$ promptctl -C w register p
registered p@2 (sha256:0c9763302b27)
[exit 0]
$ promptctl -C w promote p@2 --to production
REJECTED  production stays as it is

  ✗ after: p@2 was never live in staging
  --override --reason TEXT goes past this, for all to see; only mia@larchpine.example may
[exit 1]
$ promptctl -C w promote p@2 --to production --override --reason "the mail must go out"
PENDING  production stays as it is: request 8 needs 2 more approvals

  p@2 → production (the first there)
    overriding after: p@2 was never live in staging
  approved by nobody yet, 0 of 2
  may approve: mia@larchpine.example, ada@larchpine.example; not who asked for it or who wrote it
  it can't be approved: fewer than 2 of them neither asked for it nor wrote it
  until 2026-02-06T00:00:00Z
  promptctl approve 8
[exit 3]
