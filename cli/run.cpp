#include <new>
#include <ostream>
#include <utility>

#include "base/diagnostic.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/workspace.hpp"

namespace promptctl::cli {

ExitCode run(const std::vector<std::string>& arguments, Session session) {
  try {
    auto parsed = parse(arguments);
    if (const auto* text = std::get_if<std::string>(&parsed)) {
      session.out << *text;
      return ExitCode::accepted;
    }
    auto& line = std::get<ParsedLine>(parsed);
    session.directory /= line.global.directory;
    session.quiet = line.global.quiet;
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
