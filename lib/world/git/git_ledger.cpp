#include "world/git/git_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/random.hpp"
#include "base/text.hpp"
#include "provider/endpoint.hpp"
#include "provider/variables.hpp"
#include "world/git/git_commit_signature.hpp"
#include "world/git/git_config.hpp"
#include "world/git/git_content_digest.hpp"
#include "world/git/git_ledger_branch.hpp"
#include "world/git/git_ledger_memory.hpp"
#include "world/git/git_objects.hpp"
#include "world/git/git_remote.hpp"
#include "world/git/git_signature.hpp"
#include "world/git/git_tree_changes.hpp"
#include "world/http/server_date.hpp"

namespace promptctl {
namespace {

using SignatureHandle = std::unique_ptr<git_signature, Freed<git_signature_free>>;

GitIdentity identity_of(const std::string& actor) {
  const std::size_t angle = actor.rfind(" <");
  const bool whole = angle != std::string::npos && actor.ends_with('>');
  return whole ? GitIdentity{actor.substr(0, angle), actor.substr(angle + 2, actor.size() - angle - 3)}
               : GitIdentity{actor, "unknown"};
}

SignatureHandle signature_of(const LedgerDraft& draft) {
  const GitIdentity identity = identity_of(draft.actor);
  git_signature* signature = nullptr;
  const auto seconds = std::chrono::floor<std::chrono::seconds>(draft.at.time_since_epoch()).count();
  if (git_signature_new(&signature, identity.name.c_str(), identity.email.c_str(), seconds, 0) != 0) {
    throw Failure("no-actor", fmt::format("git can't write as `{}`", draft.actor));
  }
  return SignatureHandle(signature);
}

class CommitTree : public LedgerTree {
 public:
  CommitTree(git_repository& repository, TreeHandle tree) : repository_(repository), tree_(std::move(tree)) {}

  std::optional<std::string> read(const std::string& path) const override {
    return read_file(repository_, *tree_, path);
  }

  std::vector<std::string> names(const std::string& folder) const override {
    const EntryHandle entry = find_entry(*tree_, folder);
    if (!entry || git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) {
      return {};
    }
    git_tree* raw_tree = nullptr;
    if (const int code = git_tree_lookup(&raw_tree, &repository_, git_tree_entry_id(entry.get())); code != 0) {
      fail_with_git(folder, code);
    }
    const TreeHandle tree(raw_tree);
    std::vector<std::string> names;
    names.reserve(git_tree_entrycount(tree.get()));
    for (std::size_t index = 0; index < git_tree_entrycount(tree.get()); ++index) {
      names.emplace_back(git_tree_entry_name(git_tree_entry_byindex(tree.get(), index)));
    }
    return names;
  }

 private:
  git_repository& repository_;
  TreeHandle tree_;
};

void pause(Random& random, int attempt) {
  constexpr std::uint64_t step = 20;
  constexpr int most_steps = 40;
  const std::uint64_t longest = step * static_cast<std::uint64_t>(std::min(attempt, most_steps));
  std::this_thread::sleep_for(std::chrono::milliseconds(random.below(longest + 1)));
}

}  // namespace

struct GitLedger::State {
  GitLedgerOptions options;
  Libgit2 library;
  RepositoryHandle repository;
  std::string remote_name;
  Random random{0};

  CommitHandle commit(const std::string& id) const {
    CommitHandle commit = find_commit(*repository, id);
    if (!commit) {
      throw Failure("ledger-broken", fmt::format("the ledger's commit {} is not in this clone", id.substr(0, 12)),
                    "promptctl sync fetches the whole ledger");
    }
    return commit;
  }

  GitExecutable git() const { return {options.folder, options.environment}; }

  GitLedgerMemory memory() const { return GitLedgerMemory(git_repository_commondir(repository.get())); }

  // Whether a commit and the files of its tree are here: a partial clone may lack them.
  bool has(const std::string& id) const {
    const CommitHandle found = find_commit(*repository, id);
    return found && (!is_partial_clone(*repository) || is_complete(*repository, *found));
  }

  // Whether every commit before this one is here too: a shallow clone may lack them.
  bool has_history(const std::string& id) const {
    if (git_repository_is_shallow(repository.get()) == 0) {
      return true;
    }
    std::vector<std::string> next{id};
    while (!next.empty()) {
      const CommitHandle at = find_commit(*repository, next.front());
      if (!at) {
        return false;
      }
      next = parents_of(*at);
    }
    return true;
  }

  std::string write_unsigned(const LedgerDraft& draft, const git_oid& tree_id, const git_commit* parent) const {
    git_tree* raw = nullptr;
    if (const int code = git_tree_lookup(&raw, repository.get(), &tree_id); code != 0) {
      fail_with_git(options.folder, code);
    }
    const TreeHandle tree(raw);
    const SignatureHandle signature = signature_of(draft);
    git_oid id{};
    const git_commit* parents = parent;
    const int code = git_commit_create(&id, repository.get(), nullptr, signature.get(), signature.get(), nullptr,
                                       draft.message.c_str(), tree.get(), parent == nullptr ? 0 : 1, &parents);
    if (code != 0) {
      fail_with_git(options.folder, code);
    }
    return hex_text(id);
  }
};

GitLedger::GitLedger(GitLedgerOptions options) : state_(std::make_unique<State>()) {
  state_->random = Random(options.seed);
  state_->options = std::move(options);
  constexpr std::size_t largest_tree = 4U << 20U;  // `versions/` of many prompts, read again for each of them
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, largest_tree);
  git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
  state_->repository = open_repository(state_->options.folder);
  if (!state_->repository) {
    throw Failure("git", "versions and environments are kept in a git repository, and there is none here", "git init");
  }
  state_->remote_name = find_ledger_remote(*state_->repository);
}

GitLedger::~GitLedger() = default;

std::optional<std::string> GitLedger::tip() const {
  return LedgerBranch(*state_->repository, state_->remote_name).tip();
}

std::optional<std::string> GitLedger::reached(Milestone milestone) const {
  return state_->memory().reached(milestone);
}

void GitLedger::remember(Milestone milestone, const std::string& commit) {
  state_->memory().remember(milestone, commit);
}

std::vector<EventFinding> GitLedger::findings() const {
  return state_->memory().findings();
}

void GitLedger::remember_findings(const std::vector<EventFinding>& findings) {
  state_->memory().remember_findings(findings);
}

std::string GitLedger::content_digest(const std::string& commit) const {
  return promptctl::content_digest(*state_->repository, *tree_of(*state_->commit(commit)));
}

LedgerCommit GitLedger::commit(const std::string& id) const {
  const CommitHandle found = state_->commit(id);
  const char* summary = git_commit_summary(found.get());
  return {id, parents_of(*found), summary == nullptr ? "" : summary};
}

std::unique_ptr<LedgerTree> GitLedger::tree(const std::string& commit) const {
  return std::make_unique<CommitTree>(*state_->repository, tree_of(*state_->commit(commit)));
}

std::vector<ChangedFile> GitLedger::changed_files(const LedgerCommit& commit) const {
  const TreeHandle after = tree_of(*state_->commit(commit.id));
  const TreeHandle before = commit.parents.empty() ? TreeHandle() : tree_of(*state_->commit(commit.parents.front()));
  return promptctl::changed_files(*state_->repository, before.get(), after.get());
}

SignatureCheck GitLedger::signature(const std::string& commit, const std::vector<AllowedSigner>& signers) const {
  return check_signature(*state_->repository, *state_->commit(commit), signers);
}

std::unique_ptr<const Ledger> GitLedger::another() const {
  return std::make_unique<GitLedger>(state_->options);
}

std::string GitLedger::remote() const {
  return state_->remote_name;
}

std::optional<std::string> GitLedger::fetch() {
  if (state_->remote_name.empty()) {
    require_ledger_remote(*state_->repository);
    return tip();
  }
  const GitExecutable git = state_->git();
  const GitRemote remote(git, state_->remote_name, std::string(ledger_branch));
  auto newest = remote.tip();
  if (newest && !state_->has(*newest)) {
    remote.fetch();
  }
  if (newest && (!state_->has(*newest) || !state_->has_history(*newest))) {
    remote.fetch(true);
  }
  return newest;
}

std::optional<TimePoint> GitLedger::server_time() {
  if (state_->remote_name.empty()) {
    return std::nullopt;
  }
  const GitResult asked = state_->git().run({"remote", "get-url", "--push", state_->remote_name});
  const std::string address(trim(asked.out));
  const auto& variables = state_->options.environment;
  const std::string proxy = proxy_for(address, read_setting(*state_->repository, "http.proxy"), variables);
  return server_date(address, resolve_variables(proxy, variables).text);
}

void GitLedger::accept(const std::string& commit) {
  LedgerBranch(*state_->repository, state_->remote_name).advance(commit);
}

std::string GitLedger::write(const LedgerDraft& draft) {
  const CommitHandle parent = draft.parent ? state_->commit(*draft.parent) : CommitHandle();
  const TreeHandle base = parent ? tree_of(*parent) : TreeHandle();
  const git_oid tree = write_tree(*state_->repository, base.get(), draft.files);
  const GitExecutable git = state_->git();
  if (!signs_commits(git)) {
    return state_->write_unsigned(draft, tree, parent.get());
  }
  return commit_signed(git, {hex_text(tree), draft.parent, draft.message, identity_of(draft.actor),
                             std::chrono::floor<std::chrono::seconds>(draft.at)});
}

Ledger::Publication GitLedger::publish(const std::string& commit, int attempt) {
  LedgerBranch branch(*state_->repository, state_->remote_name);
  Publication publication;
  if (state_->remote_name.empty()) {
    publication.accepted = branch.replace_parent(commit);
    publication.refusal = publication.accepted ? "" : "the branch has moved";
  } else {
    const GitExecutable git = state_->git();
    const auto push = GitRemote(git, state_->remote_name, std::string(ledger_branch)).push(commit);
    publication = {push.accepted, push.reason};
    if (push.accepted) {
      branch.advance(commit);
    }
  }
  if (publication.accepted) {
    remember(Milestone::verified, commit);
  } else {
    pause(state_->random, attempt);
  }
  return publication;
}

}  // namespace promptctl
