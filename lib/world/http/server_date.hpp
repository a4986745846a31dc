#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace promptctl {

// What time the server of a git repository at an http address says it is, in its answer to whoever asks for the
// repository's branches: its `Date`, and the `Age` of an answer that a cache gave. Sends no credentials, follows no
// redirect and waits three seconds at most. None for any other kind of address, and where no such answer comes.
std::optional<std::chrono::system_clock::time_point> server_date(const std::string& address, const std::string& proxy);

}  // namespace promptctl
