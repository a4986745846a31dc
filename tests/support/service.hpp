#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace promptctl::testing {

struct ServiceCommand {
  std::vector<std::string> words;  // the first is the program's path
  std::map<std::string, std::string> environment;
};

// A program that listens on a free port of 127.0.0.1, from the constructor, which waits until it accepts, to the
// destructor, which ends it and its children. It also ends when the tests do, however they end.
class Service {
 public:
  // `command` makes ready for one port; it is called again where another process was faster to take that. What the
  // program writes goes to `log`. Throws `std::runtime_error` with the log when the program won't listen.
  Service(const std::function<ServiceCommand(int port)>& command, const std::filesystem::path& log);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  int port() const { return port_; }

 private:
  void start(ServiceCommand command, const std::filesystem::path& log);
  bool comes_up();
  void stop();

  pid_t pid_ = -1;
  int port_ = 0;
};

// A port that was free a moment ago; nothing listens on it.
int free_port();

}  // namespace promptctl::testing
