#include "tests/support/errand.hpp"

#include <memory>

#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace promptctl::testing {

std::vector<std::string> assignments(const std::map<std::string, std::string>& environment) {
  std::vector<std::string> texts;
  for (const auto& [name, value] : environment) {
    texts.push_back(name + "=" + value);
  }
  return texts;
}

Finished run_errand(const Errand& errand) {
  return run_at_once({errand}).front();
}

std::vector<Finished> run_at_once(const std::vector<Errand>& errands) {
  const TemporaryFolder outputs;
  const auto output = [&outputs](std::size_t number) { return outputs.path() / std::to_string(number); };
  std::vector<std::unique_ptr<ChildProcess>> processes;
  for (const Errand& errand : errands) {
    ProcessOptions options;
    options.folder = errand.folder;
    options.environment = assignments(errand.environment);
    options.output = output(processes.size());
    processes.push_back(std::make_unique<ChildProcess>(errand.arguments, options));
  }
  std::vector<Finished> results;
  for (std::size_t number = 0; number < processes.size(); ++number) {
    const int code = processes[number]->wait();
    results.push_back({code, read_text(output(number))});
  }
  return results;
}

}  // namespace promptctl::testing
