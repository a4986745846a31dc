#include "world/git/git_commit_signature.hpp"

#include "world/git/git_objects.hpp"

namespace promptctl {
namespace {

class Buffer {
 public:
  Buffer() = default;
  ~Buffer() { git_buf_dispose(&buffer_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  git_buf* get() { return &buffer_; }
  std::string_view text() const { return {buffer_.ptr, buffer_.size}; }

 private:
  git_buf buffer_{};
};

}  // namespace

SignatureCheck check_signature(git_repository& repository, const git_commit& commit,
                               const std::vector<AllowedSigner>& signers) {
  Buffer signature;
  Buffer content;
  git_oid id = *git_commit_id(&commit);
  const int code = git_commit_extract_signature(signature.get(), content.get(), &repository, &id, nullptr);
  if (code == GIT_ENOTFOUND) {
    SignatureCheck none;
    none.why_not = "it is not signed";
    return none;
  }
  if (code != 0) {
    fail_with_git(git_repository_path(&repository), code);
  }
  const std::chrono::sys_seconds when{std::chrono::seconds(git_commit_time(&commit))};
  return verify_sshsig(signature.text(), content.text(), "git", signers, when);
}

}  // namespace promptctl
