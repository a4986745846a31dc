#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "provider/http.hpp"
#include "provider/variables.hpp"
#include "world/http/http_loop.hpp"

namespace promptctl {

// Programs that answer in servers' places, on one thread: each is given its question at once, and what it writes is
// heard as the body of an answer. Ended with all that it has started, when its time is over or nobody wants more.
class ProgramLoop {
 public:
  // `variables` are those of the environment, and must outlive the loop.
  explicit ProgramLoop(const Variables& variables);
  ~ProgramLoop();
  ProgramLoop(const ProgramLoop&) = delete;
  ProgramLoop& operator=(const ProgramLoop&) = delete;

  // Starts the request's program; nothing is heard of it before `step`. `listener` must outlive it. Of the options only
  // `total` counts.
  void start(const HttpRequest& request, const TransferOptions& options, TransferListener& listener);

  // Lets listeners hear of what has come. Does not wait.
  void step();

  // What to wait for.
  std::vector<int> descriptors() const;

  // Whether some program has said all and has not ended: what it is waited for is no descriptor.
  bool has_ending() const;

  void cancel_all(const ProviderError& error);

  std::size_t active() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace promptctl
