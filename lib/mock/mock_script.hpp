#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/value.hpp"
#include "exchange/response.hpp"

namespace promptctl {

// A random time: log-normal with this median and this 95th percentile, or uniform between the two.
struct DelayDistribution {
  enum class Kind { uniform, log_normal };

  Kind kind = Kind::uniform;
  std::chrono::milliseconds low{0};   // uniform: least; log-normal: median
  std::chrono::milliseconds high{0};  // uniform: most; log-normal: 95th percentile
};

// What goes wrong with some requests.
struct MockFault {
  enum class Kind {
    status,    // an HTTP error
    stall,     // the answer begins and then stands still
    cut,       // the connection is closed in the middle of the answer
    malformed  // the answer is no JSON
  };

  Kind kind = Kind::status;
  int status = 500;
  std::optional<std::chrono::milliseconds> retry_after;
  long long every = 1;  // the Nth, 2Nth, 3Nth… request it applies to
  long long first = 0;  // only the first so many; 0: no bound
};

// A bucket of tokens, one for each request. A request that finds none is refused with 429, and told when there is one.
struct MockLimit {
  long long per_minute = 0;
  long long burst = 1;  // how many the bucket holds; it is full at first
};

struct MockRule {
  Location where;
  std::string model;     // empty: any
  std::string text;      // found in the request's texts; empty: any
  std::string regex;     // matches the request's texts; empty: any
  SourcePointer reply;   // a template
  std::string thoughts;  // what the model says to itself; empty: nothing
  std::string finish_reason = "stop";
  std::optional<Usage> usage;  // none: estimated
  std::optional<DelayDistribution> latency;
  std::optional<DelayDistribution> token_delay;
  std::vector<MockFault> faults;
};

// What `promptctl mock` answers (docs/mock.md).
struct MockScript {
  std::uint64_t seed = 0;
  DelayDistribution latency;
  DelayDistribution token_delay;
  std::optional<MockLimit> limit;
  std::vector<MockFault> faults;  // of all requests, whatever rule they fit
  std::vector<MockRule> rules;    // the first that fits answers
};

}  // namespace promptctl
