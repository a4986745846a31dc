# What is promoted is held to the conditions of the main branch by everyone who verifies or fetches it.
-- shop/promptctl.yaml
format: 1
environments:
  staging:
  production: {after: staging}
-- shop/prompts/p.prompt
One.
-- blog/promptctl.yaml
format: 1
environments: {production: }
-- blog/prompts/.keep
$ git init -q -b main .
$ git init -q --bare -b main remote.git
$ git remote add origin ./remote.git
$ git add shop blog
$ git commit -qm first
$ git push -q origin main
$ promptctl -C shop register p
registered p@1 (sha256:84313478f6cf)
[exit 0]
# A prompt is guarded by its own registry, wherever one stands.
$ promptctl -C blog promote p@1 --to production
[stderr]
error[other-registry]: `p` belongs to the registry in shop/, whose conditions count
  hint: promptctl -C FOLDER …, with FOLDER the repository's shop/
[exit 2]
# Where a repository has several registries, prompts are shown with theirs.
-- blog/prompts/b.prompt
Two.
$ git add blog
$ git commit -qm second
$ promptctl -C blog register b
registered b@1 (sha256:0c9763302b27)
[exit 0]
$ promptctl -C blog status
b  latest @1, the working tree has it
  registry: blog/
p  latest @1, not in the working tree
  registry: shop/

ledger: event 2, 2026-01-02T03:04:05Z
[exit 0]
$ promptctl -C shop promote p@1 --to production
REJECTED  production stays as it is

  ✗ after: p@1 was never live in staging
  --override --reason TEXT goes past this, for all to see
[exit 1]
# Somebody without the tool's word: another remote, whose main branch asks for nothing, and the event pushed to the real one.
$ git clone -q --no-local remote.git w
$ git init -q --bare -b main private.git
-- w/shop/promptctl.yaml
format: 1
environments: {staging: , production: }
$ git -C w commit -qam "nobody reviewed this"
$ git -C w remote add private ../private.git
$ git -C w config promptctl.remote private
$ git -C w push -q private main
$ git -C w push -q private refs/remotes/origin/promptctl-ledger:refs/heads/promptctl-ledger
$ git -C w fetch -q private
$ promptctl -C w/shop sync
fetched 2 events from private
up to date with private: event 2
[exit 0]
$ promptctl -C w/shop promote p@1 --to production
p@1 is live in production (the first there)
[exit 0]
$ git -C w push -q origin promptctl-ledger
$ git clone -q --no-local remote.git victim
$ promptctl -C victim/shop verify
[stderr]
error[shallow-clone]: commit 44fbb995dd6f of the main branch is not in this clone: whether its conditions held can't be told
  hint: git fetch, with --unshallow in a shallow clone; one that stays away was never on the main branch
[exit 2]
$ promptctl -C victim/shop sync
fetched 3 events from origin
up to date with origin: event 3
[stderr]
error[shallow-clone]: commit 44fbb995dd6f of the main branch is not in this clone: whether its conditions held can't be told
  hint: git fetch, with --unshallow in a shallow clone; one that stays away was never on the main branch
[exit 2]
# Were that commit here, it would still be none of the main branch.
$ git -C victim fetch -q ../private.git main
$ promptctl -C victim/shop verify
REJECTED  1 fault in 3 events

  ✗ conditions at event 3 (253a1b793d50): it was decided by the conditions of 44fbb995dd6f, which is no commit of the main branch
[exit 1]
$ promptctl -C victim/shop sync
up to date with origin: event 3
REJECTED  event 3 (conditions): it was decided by the conditions of 44fbb995dd6f, which is no commit of the main branch
  it went past what the main branch asks for: look at promptctl status, roll it back, and see docs/ledger.md
[exit 1]
