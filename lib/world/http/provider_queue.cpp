#include "world/http/provider_queue.hpp"

#include <algorithm>

namespace promptctl {

using std::chrono::milliseconds;

ProviderQueue::ProviderQueue(const ProviderSettings& provider) : settings(&provider), limit_(provider.concurrency) {}

bool ProviderQueue::may_send(Time now) const {
  return static_cast<double>(in_flight_) + 1 <= limit_ && open_from <= now;
}

void ProviderQueue::sent(Time now) {
  ++in_flight_;
  if (const auto per_minute = settings->requests_per_minute) {
    constexpr std::chrono::microseconds minute{60'000'000};
    open_from = now + minute / *per_minute;
  }
}

void ProviderQueue::adapt(const Outcome& outcome, Time sent) {
  --in_flight_;
  const auto* error = std::get_if<ProviderError>(&outcome);
  if (error == nullptr) {
    limit_ = std::min(static_cast<double>(settings->concurrency), limit_ + 1 / limit_);
    return;
  }
  if (error->kind != ProviderError::Kind::rate_limited) {
    return;
  }
  const Time now = std::chrono::steady_clock::now();
  if (sent >= halved_) {
    limit_ = std::max(1.0, limit_ / 2);
    halved_ = now;
  }
  // A wait that no call would outlast is no reason to hold back the others: each hears of it for itself.
  if (error->retry_after && *error->retry_after < settings->timeouts.total) {
    open_from = std::max(open_from, now + *error->retry_after);
  }
}

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
