#include "world/http/provider_queue.hpp"

#include <algorithm>

namespace promptctl {

using std::chrono::milliseconds;

ProviderQueue::ProviderQueue(const ProviderSettings& provider)
    : settings(&provider), limiter(provider.concurrency, provider.requests_per_minute) {}

TransferOptions ProviderQueue::transfer_options(std::chrono::steady_clock::duration used) const {
  TransferOptions options;
  options.connect = settings->timeouts.connect;
  options.first_byte = settings->timeouts.first_byte;
  options.idle = settings->timeouts.idle;
  options.total = std::max(milliseconds(1), settings->timeouts.total - std::chrono::duration_cast<milliseconds>(used));
  options.ca_file = settings->ca_file;
  options.certificates = settings->certificates;
  return options;
}

}  // namespace promptctl
