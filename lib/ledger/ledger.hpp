#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/signer.hpp"
#include "ledger/ledger_event.hpp"

namespace promptctl {

// A file of the ledger; paths are relative to its root, with forward slashes.
struct LedgerFile {
  std::string path;
  std::string content;
};

// A file that a commit changed.
struct ChangedFile {
  std::string path;
  std::optional<std::string> content;  // as it is after it; none where it is no regular file then, or gone
};

// The ledger's files after one event.
class LedgerTree {
 public:
  virtual ~LedgerTree() = default;

  // None when there is no such file.
  virtual std::optional<std::string> read(const std::string& path) const = 0;

  // Names of the files and folders directly in `folder`, sorted as git sorts them; none when there is no such folder.
  virtual std::vector<std::string> names(const std::string& folder) const = 0;
};

// One event as it is kept: a commit.
struct LedgerCommit {
  std::string id;
  std::vector<std::string> parents;
  std::string subject;  // its first line, for people
};

// What to record: the parent's files with `files` put over them.
struct LedgerDraft {
  std::optional<std::string> parent;  // none: the first event
  std::vector<LedgerFile> files;
  std::string message;
  std::string actor;  // "Name <address>"
  TimePoint at;
};

// What a reader has done with every event up to a commit.
enum class Milestone {
  verified,            // found it good by itself, and to follow from those before
  conditions_checked,  // held it to the conditions of the main branch
  main_read            // of the main branch, not of the ledger: it was read on the server as it was then
};

// The branch that holds a registry's events, here and, where the repository has a remote, there. A commit is not part
// of the ledger until it is published.
class Ledger {
 public:
  virtual ~Ledger() = default;

  // The newest commit known here; none before the first event. It is whatever git has fetched or was told.
  virtual std::optional<std::string> tip() const = 0;

  // The newest commit up to which a milestone was reached here; none when it never was. No remote can set it.
  virtual std::optional<std::string> reached(Milestone milestone) const = 0;

  // Remembers one, as far as this can be written.
  virtual void remember(Milestone milestone, const std::string& commit) = 0;

  // What was found of events here, whatever was remembered last.
  virtual std::vector<EventFinding> findings() const = 0;
  virtual void remember_findings(const std::vector<EventFinding>& findings) = 0;

  // SHA-256 of the lines "<SHA-256 of its content>  <path>" of all files after a commit, sorted by path: of what
  // `sha256sum` prints in a checkout.
  virtual std::string content_digest(const std::string& commit) const = 0;

  // Throws `Failure` (`ledger-broken`) when there is no such commit here.
  virtual LedgerCommit commit(const std::string& id) const = 0;
  virtual std::unique_ptr<LedgerTree> tree(const std::string& commit) const = 0;

  // The files whose content, kind or mode differs between a commit and its parent, sorted by path; all of one that has
  // no parent. A folder without any file counts as one. Throws `Failure` (`ledger-broken`) where names are ambiguous.
  virtual std::vector<ChangedFile> changed_files(const LedgerCommit& commit) const = 0;

  // Who signed a commit, of those who may; its own time is when.
  virtual SignatureCheck signature(const std::string& commit, const std::vector<AllowedSigner>& signers) const = 0;

  // The same ledger, for another thread to read.
  virtual std::unique_ptr<const Ledger> another() const = 0;

  // Where others write to the same ledger: the name of the remote; empty when there is none.
  virtual std::string remote() const = 0;

  // Asks the remote for its newest commit and brings that and its history here; none when it has no ledger. Does not
  // change what `tip` says. Throws `Failure` (`remote`) when it can't be reached. Without a remote, `tip`.
  virtual std::optional<std::string> fetch() = 0;

  // What time the remote says it is; none where there is no remote, or it does not say: only those reached by http do.
  virtual std::optional<TimePoint> server_time() = 0;

  // Makes `commit` the tip known here, if it descends from the one known so far; throws `Failure` (`ledger-replaced`)
  // when neither descends from the other.
  virtual void accept(const std::string& commit) = 0;

  // Keeps a draft as a commit, which nobody else sees yet. Returns its id.
  virtual std::string write(const LedgerDraft& draft) = 0;

  struct Publication {
    bool accepted = false;
    std::string refusal;  // in git's words
  };

  // Makes a written commit the tip, on the remote first, if its parent is still the tip there, and remembers it: its
  // parent must have been verified. Before a refusal is
  // returned, time passes: a little more with each `attempt`, and never the same, so that writers take turns.
  virtual Publication publish(const std::string& commit, int attempt) = 0;
};

}  // namespace promptctl
