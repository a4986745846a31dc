# Two people share one ledger through a remote. Whoever is second is told what the first did.
-- a/promptctl.yaml
format: 1
environments: {staging: , production: }
-- a/prompts/p.prompt
One.
-- a/prompts/q.prompt
Eins.
$ git init -q --bare -b main remote.git
$ git init -q -b main a
$ git -C a remote add origin ../remote.git
$ git -C a add -A
$ git -C a commit -qm first
$ git -C a push -q origin main
$ promptctl -C a sync
up to date with origin: nothing is registered yet
[exit 0]
$ promptctl -C a register --changed
registered p@1 (sha256:84313478f6cf)
registered q@1 (sha256:ef6353ee32f9)
[exit 0]
$ git clone -q remote.git b
$ GIT_AUTHOR_NAME="Ada Berg" GIT_AUTHOR_EMAIL=ada@larchpine.example promptctl -C b status
p  latest @1, the working tree has it
q  latest @1, the working tree has it

ledger: event 1, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C b promote p@1 --to staging --reason "ready"
p@1 is live in staging (the first there)
[exit 0]
# Mia has not seen it yet. What she wants is there already; something else in the same place would be refused.
$ GIT_AUTHOR_NAME="Mia Kern" GIT_AUTHOR_EMAIL=mia@larchpine.example promptctl -C a promote p@1 --to staging
p@1 is live in staging already
[exit 0]
-- a/prompts/p.prompt
Two.
$ git -C a commit -qam second
$ promptctl -C a register p
registered p@2 (sha256:0c9763302b27)
[exit 0]
$ promptctl -C a promote p@2 --to staging
p@2 is live in staging (was @1)
[exit 0]
$ GIT_AUTHOR_NAME="Ada Berg" GIT_AUTHOR_EMAIL=ada@larchpine.example promptctl -C b rollback p --env staging --reason "old state"
REJECTED  staging was moved meanwhile

  p@2 went live in staging at 2026-01-02T03:04:05Z (event 4), promote by Mia Kern <mia@larchpine.example>
  nothing was changed; look at promptctl status, and run the command again if you still mean it
[exit 1]
$ promptctl -C b promote p@1 --to staging
p@1 is live in staging (was @2)
[exit 0]
$ promptctl -C b promote p@1 --to staging
p@1 is live in staging already
[exit 0]
$ promptctl -C b promote q@1 --to staging
q@1 is live in staging (the first there)
[exit 0]
# Numbers are given once, whoever asks.
-- b/prompts/q.prompt
Zwei.
$ git -C b commit -qam "second q"
$ promptctl -C b register q
registered q@2 (sha256:73b99ee8f8bd)
[exit 0]
-- a/prompts/q.prompt
Drei.
$ git -C a commit -qam "third q"
$ promptctl -C a register q
registered q@3 (sha256:4e78df760dfd)
[stderr]
note: p@1 → staging (was @2) since you last looked (event 5, promote by Ada Berg)
note: q@1 → staging since you last looked (event 6, promote by Ada Berg)
[exit 0]
$ promptctl -C b sync
fetched 1 event from origin
up to date with origin: event 8
[exit 0]
$ promptctl -C b log -n 4
#8    2026-01-02T03:04:05Z  register  q@3  Ada Berg
#7    2026-01-02T03:04:05Z  register  q@2  Ada Berg
#6    2026-01-02T03:04:05Z  promote   q@1 → staging  Ada Berg
#5    2026-01-02T03:04:05Z  promote   p@1 → staging (was @2)  Ada Berg
[exit 0]
$ promptctl -C b verify
ACCEPTED  8 events replayed, every view follows from them

  tip  31128d87e7f398507831d59f76fc3fa803ba3dfd
[exit 0]
$ promptctl -C a verify
ACCEPTED  8 events replayed, every view follows from them

  tip  31128d87e7f398507831d59f76fc3fa803ba3dfd
[exit 0]
# A clone of one commit needs one sync.
$ git clone -q --depth 1 --no-local remote.git shallow
$ promptctl -C shallow get q@latest
[stderr]
error[no-ledger]: no version of a prompt is known here
  hint: promptctl sync fetches the ledger
[exit 2]
$ promptctl -C shallow sync
fetched 8 events from origin
up to date with origin: event 8
[exit 0]
$ promptctl -C shallow get q@latest
Drei.
[exit 0]
$ promptctl -C shallow verify
ACCEPTED  8 events replayed, every view follows from them

  tip  31128d87e7f398507831d59f76fc3fa803ba3dfd
[exit 0]
# So does one of one commit of every branch.
$ git clone -q --depth 1 --no-local --no-single-branch remote.git shallows
$ promptctl -C shallows get q@latest
[stderr]
error[ledger-broken]: the ledger's commit 445bf2be055d is not in this clone
  hint: promptctl sync fetches the whole ledger
[exit 2]
$ promptctl -C shallows verify
[stderr]
error[ledger-broken]: the ledger's commit 445bf2be055d is not in this clone
  hint: promptctl sync fetches the whole ledger
[exit 2]
$ promptctl -C shallows sync
fetched 8 events from origin
up to date with origin: event 8
[exit 0]
$ promptctl -C shallows verify
ACCEPTED  8 events replayed, every view follows from them

  tip  31128d87e7f398507831d59f76fc3fa803ba3dfd
[exit 0]
# And one without the content of files.
$ git -C remote.git config uploadpack.allowFilter true
$ git clone -q --filter blob:none --no-checkout --no-local remote.git partial
$ promptctl -C partial get q@latest
[stderr]
FORMAT: error[git]: the content is not in this clone
  hint: fetch it: promptctl sync, or git fetch --refetch
[exit 2]
$ promptctl -C partial sync
fetched 8 events from origin
up to date with origin: event 8
[exit 0]
$ promptctl -C partial get q@latest
Drei.
[exit 0]
# The bare repository itself can be asked, and a linked worktree.
$ promptctl -C remote.git get p@staging
One.
[exit 0]
$ git -C a worktree add -q ../linked
$ promptctl -C linked get p@staging
One.
[exit 0]
# A branch that was cut off is mended, and said to have been.
$ git -C remote.git update-ref refs/heads/promptctl-ledger promptctl-ledger~2
$ promptctl -C b sync
REPAIRED  origin had lost what follows event 6: pushed again up to event 8
  find out who cut the branch off; promptctl doctor says how to protect it
up to date with origin: event 8
[exit 0]
# A branch that was replaced is refused, loudly, and nothing changes here.
$ git -C remote.git update-ref refs/heads/promptctl-ledger main
$ promptctl -C b sync
[stderr]
error[ledger-replaced]: the ledger on origin (f84e482b7ff5) does not descend from the one last seen (31128d87e7f3)
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C b promote p@2 --to production
[stderr]
error[ledger-replaced]: the ledger on origin (f84e482b7ff5) does not descend from the one last seen (31128d87e7f3)
  hint: nothing was changed here; find out who rewrote the branch, and see docs/ledger.md
[exit 2]
$ promptctl -C b verify
ACCEPTED  8 events replayed, every view follows from them

  tip  31128d87e7f398507831d59f76fc3fa803ba3dfd
[exit 0]
# A remote that can't be reached stops what writes, and nothing that reads.
$ git -C b remote set-url origin ../nowhere.git
$ promptctl -C b promote p@2 --to production
[stderr]
error[remote]: cannot reach `origin`: '../nowhere.git' does not appear to be a git repository; Could not read from remote repository.
  hint: `git ls-remote origin` must work here: check the address, the network and the credentials
[exit 2]
$ promptctl -C b get p@2
Two.
[exit 0]
