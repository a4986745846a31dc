#include "ledger/version_address.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/diagnostic.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

[[noreturn]] void fail_unknown(const Address& address, long long newest) {
  if (address.kind == Address::Kind::digest) {
    throw Failure("unknown-version",
                  fmt::format("no version of `{}` has the digest {}", address.prompt, address.reference.substr(0, 12)),
                  "promptctl register gives committed content its number");
  }
  throw Failure("unknown-version", fmt::format("there is no version {}", address_text(address)),
                newest == 1 ? "its only version is 1" : fmt::format("its versions go from 1 to {}", newest));
}

VersionRecord require(std::optional<VersionRecord> record, const Address& address, long long newest) {
  if (!record) {
    fail_unknown(address, newest);
  }
  return std::move(*record);
}

VersionRecord live(const Address& address, const LedgerState& state, long long newest) {
  const auto deployment = state.deployment(address.reference, address.prompt);
  if (deployment) {
    return require(state.version(deployment->move.to), address, newest);
  }
  const std::vector<std::string> known = state.environments_with(address.prompt);
  std::string hint = did_you_mean(address.reference, {known.begin(), known.end()});
  if (hint.empty() && !known.empty()) {
    hint = fmt::format("it is live in: {}", fmt::join(known, ", "));
  }
  throw Failure("not-live", fmt::format("no version of `{}` is live in `{}`", address.prompt, address.reference), hint);
}

VersionRecord latest(const Address& address, const LedgerState& state) {
  auto record = latest_version(state, address.prompt);
  if (!record) {
    throw Failure("unknown-version", fmt::format("every version of `{}` is yanked", address.prompt));
  }
  return std::move(*record);
}

}  // namespace

std::optional<VersionRecord> latest_version(const LedgerState& state, const std::string& prompt) {
  for (long long number = state.prompt(prompt).versions; number > 0; --number) {
    auto record = state.version({prompt, number});
    if (record && !record->yanked) {
      return record;
    }
  }
  return std::nullopt;
}

VersionRecord resolve(const Address& address, const LedgerState& state) {
  const long long newest = state.prompt(address.prompt).versions;
  if (newest == 0) {
    const std::vector<std::string> prompts = state.prompts();
    const std::string nearest = did_you_mean(address.prompt, {prompts.begin(), prompts.end()});
    throw Failure("unknown-version", fmt::format("no version of `{}` is registered", address.prompt),
                  nearest.empty() ? "promptctl register gives committed content its number" : nearest);
  }
  switch (address.kind) {
    case Address::Kind::version:
      return require(state.version({address.prompt, parse_integer(address.reference).value_or(0)}), address, newest);
    case Address::Kind::digest:
      return require(state.find_digest(address.prompt, address.reference), address, newest);
    case Address::Kind::environment:
      return live(address, state, newest);
    case Address::Kind::latest:
      return latest(address, state);
    default:
      throw std::logic_error("the ledger does not resolve " + address_text(address));
  }
}

}  // namespace promptctl
