#pragma once

#include <string>
#include <string_view>

#include "world/git/git_executable.hpp"

// What git says, for messages of ours.
namespace promptctl {

// The first paragraph of standard error on one line, less credentials, "fatal:" and the like; how git ended where it
// said nothing.
std::string git_words(const GitResult& result);

// What the server said of a push ("remote: …"), on one line; may be empty.
std::string server_words(const GitResult& result);

// `https://user:token@host/x` as `https://***@host/x`. A user name alone stays in addresses that are not http.
std::string without_credentials(std::string_view text);

}  // namespace promptctl
