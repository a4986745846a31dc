#include <new>
#include <ostream>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/workflow_command.hpp"
#include "cli/line/options.hpp"
#include "cli/line/session.hpp"
#include "cli/workspace/workspace.hpp"
#include "run/pull_request.hpp"
#include "world/git/git_safety.hpp"

namespace promptctl::cli {
namespace {

// Keeps what is written to a stream from commanding a workflow, as long as it lives.
class Guarded {
 public:
  explicit Guarded(std::ostream& stream)
      : stream_(stream), bytes_(stream.rdbuf()), guard_(*bytes_, spelled_in_text), exact_(bytes_) {
    stream.rdbuf(&guard_);
  }
  ~Guarded() { stream_.rdbuf(bytes_); }
  Guarded(const Guarded&) = delete;
  Guarded& operator=(const Guarded&) = delete;

  std::ostream& exact() { return exact_; }

 private:
  std::ostream& stream_;
  std::streambuf* bytes_;
  CommandGuard guard_;
  std::ostream exact_;
};

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Session session) {
  Guarded out(session.out);
  const Guarded err(session.err);
  session.exact_out = &out.exact();
  try {
    auto parsed = parse(arguments);
    if (const auto* text = std::get_if<std::string>(&parsed)) {
      session.out << *text;
      return ExitCode::accepted;
    }
    auto& line = std::get<ParsedLine>(parsed);
    session.directory /= line.global.directory;
    session.quiet = line.global.quiet;
    session.safe_git = line.global.safe.value_or(find_pull_request(session.environment).has_value());
    if (session.safe_git) {
      session.environment = with_safe_git(std::move(session.environment));
    }
    return line.action(session);
  } catch (const FaultyFiles& faulty) {
    print(faulty.faults(), session.err);
    return ExitCode::rejected;
  } catch (const std::bad_alloc&) {
    session.err << describe(Failure("out-of-memory", "there is not enough memory for this").diagnostic());
    return ExitCode::could_not_tell;
  } catch (const Failure& failure) {
    session.err << describe(failure.diagnostic());
    return ExitCode::could_not_tell;
  }
}

}  // namespace promptctl::cli
