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
  hint: promptctl -C FOLDER promote …, with FOLDER the repository's shop/
[exit 2]
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
fetched 1 event from private
up to date with private: event 1
[exit 0]
$ promptctl -C w/shop promote p@1 --to production
p@1 is live in production (the first there)
[exit 0]
$ git -C w push -q origin promptctl-ledger
$ git clone -q --no-local remote.git victim
$ promptctl -C victim/shop verify
[stderr]
error[shallow-clone]: commit 44fbb995dd6f of the main branch is not in this clone: whether its conditions held can't be told
  hint: git fetch --unshallow
[exit 2]
$ promptctl -C victim/shop sync
fetched 2 events from origin
up to date with origin: event 2
[stderr]
error[shallow-clone]: commit 44fbb995dd6f of the main branch is not in this clone: whether its conditions held can't be told
  hint: git fetch --unshallow
[exit 2]
# Were that commit here, it would still be none of the main branch.
$ git -C victim fetch -q ../private.git main
$ promptctl -C victim/shop verify
REJECTED  1 fault in 2 events

  ✗ conditions at event 2 (e47a85684fbb): it was decided by the conditions of 44fbb995dd6f, which is no commit of the main branch
[exit 1]
$ promptctl -C victim/shop sync
up to date with origin: event 2
REJECTED  event 2 (conditions): it was decided by the conditions of 44fbb995dd6f, which is no commit of the main branch
  it went past what the main branch asks for: look at promptctl status, roll it back, and see docs/ledger.md
[exit 1]
