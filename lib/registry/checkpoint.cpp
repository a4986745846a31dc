#include "registry/checkpoint.hpp"

#include <fmt/format.h>

#include "base/digest.hpp"
#include "base/text.hpp"

namespace promptctl {
std::string checkpoint_text(const Checkpoint& checkpoint) {
  return fmt::format("{}:{}:{}", checkpoint.seq, checkpoint.commit, checkpoint.digest);
}

std::optional<Checkpoint> parse_checkpoint(std::string_view text) {
  const auto parts = split(text, ':');
  constexpr std::size_t part_count = 3;
  if (parts.size() != part_count) {
    return std::nullopt;
  }
  const auto seq = parse_integer(parts[0]);
  if (!seq || *seq < 1 || !is_commit_id(parts[1]) || !is_sha256(parts[2])) {
    return std::nullopt;
  }
  return Checkpoint{*seq, std::string(parts[1]), std::string(parts[2])};
}

}  // namespace promptctl
