#include "ledger/ledger_verification.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include "base/utc.hpp"
#include "ledger/ledger_chain.hpp"
#include "ledger/ledger_commit_check.hpp"
#include "ledger/replayed_files.hpp"

namespace promptctl {
namespace {

constexpr std::string_view signature_check = "signature";

// Events of a chain that stand side by side, by their places in it from 0.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Long enough that the first event of one, before which nothing has been read, costs little.
std::vector<Stretch> stretches_of(std::size_t count) {
  constexpr std::size_t length = 64;
  std::vector<Stretch> stretches;
  for (std::size_t begin = 0; begin < count; begin += length) {
    stretches.push_back({begin, std::min(begin + length, count)});
  }
  return stretches;
}

struct StretchFaults {
  std::vector<LedgerFault> of_content;
  std::vector<LedgerFault> of_signatures;  // of events that are sound
};

// Adds what is wrong with the signature of a sound event.
void check_signature(const Ledger& ledger, const PlacedCommit& commit, const EventStamp& stamp,
                     const SigningPolicy& signing, std::vector<LedgerFault>& faults) {
  if (commit.place < signing.signed_from || faults.size() >= most_faults) {
    return;
  }
  if (auto fault = signature_fault(ledger.signature(commit.commit.id, signing.signers), stamp)) {
    faults.push_back({signature_check, commit.place, commit.commit.id, std::move(*fault)});
  }
}

// A commit is held to its event and to the commit before it, and to nothing else: stretches need not wait for another.
StretchFaults check_stretch(const Ledger& ledger, const LedgerChain& chain, const Stretch& stretch,
                            const VerificationRange& range) {
  StretchFaults faults;
  ReplayedFiles files(ledger);
  for (std::size_t index = stretch.begin; index < stretch.end; ++index) {
    const PlacedCommit commit{chain.commits[chain.commits.size() - 1 - index],
                              static_cast<long long>(chain.trusted + index) + 1};
    const auto stamp = check_commit(ledger, commit, range.now, files, faults.of_content);
    if (stamp && range.signing) {
      check_signature(ledger, commit, *stamp, *range.signing, faults.of_signatures);
    }
  }
  return faults;
}

std::vector<StretchFaults> check_stretches(const Ledger& ledger, const LedgerChain& chain,
                                           const VerificationRange& range) {
  const std::vector<Stretch> stretches = stretches_of(chain.commits.size());
  std::vector<StretchFaults> faults(stretches.size());
  std::atomic<std::size_t> taken = 0;
  const auto work = [&](const Ledger& reader) {
    for (std::size_t next = taken++; next < stretches.size(); next = taken++) {
      faults[next] = check_stretch(reader, chain, stretches[next], range);
    }
  };
  std::vector<std::future<void>> helpers;
  const std::size_t threads = std::min<std::size_t>(std::thread::hardware_concurrency(), stretches.size());
  while (helpers.size() + 1 < threads) {
    helpers.push_back(std::async(std::launch::async, [&] { work(*ledger.another()); }));
  }
  work(ledger);
  std::for_each(helpers.begin(), helpers.end(), [](std::future<void>& helper) { helper.get(); });
  return faults;
}

// Signatures are looked at once all that was signed is sound.
std::vector<LedgerFault> faults_of(const std::vector<StretchFaults>& stretches) {
  std::vector<LedgerFault> faults;
  for (const auto part : {&StretchFaults::of_content, &StretchFaults::of_signatures}) {
    for (const StretchFaults& stretch : stretches) {
      faults.insert(faults.end(), (stretch.*part).begin(), (stretch.*part).end());
    }
    if (!faults.empty()) {
      break;
    }
  }
  faults.resize(std::min(faults.size(), most_faults));
  return faults;
}

}  // namespace

bool is_signed_by(const SignatureCheck& signature, const std::string& actor) {
  const std::size_t open = actor.rfind('<');
  return open != std::string::npos && actor.ends_with('>') &&
         signature.is_by(std::string_view(actor).substr(open + 1, actor.size() - open - 2));
}

std::optional<std::string> signature_fault(const SignatureCheck& signature, const EventStamp& stamp) {
  if (!signature.is_good()) {
    return fmt::format("no allowed signer has signed this event: {}", signature.why_not);
  }
  if (!is_signed_by(signature, stamp.actor)) {
    return fmt::format("signed by {}, and said to be by {}", signature.signer(), stamp.actor);
  }
  return signature.when == stamp.at
             ? std::nullopt
             : std::optional(fmt::format("its commit is dated {}, and the event {}: when it was signed is unknown",
                                         utc_text(signature.when), utc_text(stamp.at)));
}

Verification verify_ledger(const Ledger& ledger, const VerificationRange& range) {
  require_sense(range.since);
  const auto chain = chain_of(ledger, range.tip, range.since);
  if (!chain) {
    const auto seq = static_cast<long long>(seq_of(ledger, range.tip));
    return {seq,
            0,
            range.tip,
            "",
            {{descent_check, seq, range.tip,
              fmt::format("the ledger does not descend from {}: the branch was replaced or cut short", range.since)}}};
  }
  const std::size_t count = chain->commits.size();
  return {static_cast<long long>(chain->trusted + count), static_cast<long long>(count), range.tip,
          before(*chain, range.tip), faults_of(check_stretches(ledger, *chain, range))};
}

}  // namespace promptctl
