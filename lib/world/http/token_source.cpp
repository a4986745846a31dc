#include "world/http/token_source.hpp"

#include <algorithm>
#include <list>
#include <utility>

#include "base/random.hpp"
#include "provider/provider.hpp"
#include "provider/resolve.hpp"
#include "provider/retry.hpp"
#include "world/http/token_attempt.hpp"

namespace promptctl {
namespace {

using SteadyClock = std::chrono::steady_clock;

}  // namespace

struct TokenSource::State {
  enum class Stage { unknown, not_wanted, wanted, asked, here };

  const ProviderSettings& settings;
  const Variables& variables;
  const Clock& clock;
  Random random;
  Stage stage = Stage::unknown;
  std::string text = {};
  int attempts = 0;
  SteadyClock::time_point due = {};         // not to be asked for before
  SteadyClock::time_point good_until = {};  // of one that is here
  std::optional<ProviderError> refusal = {};
  std::list<TokenAttempt> made = {};  // kept, as the loop may be in the middle of one

  void ask(TransferOptions options, HttpLoop& loop);
  void came(TokenAnswer answer);
};

void TokenSource::State::ask(TransferOptions options, HttpLoop& loop) {
  auto request = settings.api->token_request(settings, variables, clock.now());
  stage = request ? Stage::asked : Stage::not_wanted;
  if (request && !request->fault.empty()) {
    refusal = not_asked(ProviderError::Kind::authentication, request->fault);
  } else if (request) {
    options.proxy = request->is_nearby ? "" : resolve(request->http, settings.proxy, variables).proxy;
    TokenAttempt& attempt =
        made.emplace_back(*std::move(request), [this](TokenAnswer answer) { came(std::move(answer)); });
    loop.start(attempt.request().http, options, attempt);
  }
}

void TokenSource::State::came(TokenAnswer answer) {
  constexpr std::chrono::seconds spare{60}, least{10}, most{86'400};  // A call takes time, and clocks differ.
  if (!answer.error) {
    stage = Stage::here;
    text = std::move(answer.token);
    attempts = 0;
    good_until = SteadyClock::now() + std::clamp(answer.lifetime, least + spare, most) - spare;
    return;
  }
  ProviderError error = *std::move(answer.error);
  error.message = "no access token came: " + error.message;
  if (is_retryable(error) && ++attempts <= settings.retries) {
    due = SteadyClock::now() + retry_delay(attempts, random.uniform(), error.retry_after);
    stage = Stage::wanted;
    return;
  }
  error.attempts = 0;  // at the calls that wait for it
  error.lost = {};
  refusal = std::move(error);
}

TokenSource::TokenSource(const ProviderSettings& settings, const Variables& variables, const Clock& clock,
                         std::uint64_t seed)
    : state_(std::make_unique<State>(State{settings, variables, clock, Random(seed)})) {}

TokenSource::TokenSource(TokenSource&& other) noexcept = default;
TokenSource& TokenSource::operator=(TokenSource&& other) noexcept = default;
TokenSource::~TokenSource() = default;

bool TokenSource::is_ready(SteadyClock::time_point now, TransferOptions options, HttpLoop& loop) {
  using Stage = State::Stage;
  const bool is_over = state_->stage == Stage::here && state_->good_until <= now;
  const bool is_due = state_->stage == Stage::wanted && state_->due <= now;
  if (state_->stage == Stage::unknown || is_over || is_due) {
    state_->ask(std::move(options), loop);
  }
  return !state_->refusal && (state_->stage == Stage::not_wanted || state_->stage == Stage::here);
}

const std::string& TokenSource::text() const {
  return state_->text;
}

void TokenSource::drop() {
  state_->good_until = {};
}

const std::optional<ProviderError>& TokenSource::refusal() const {
  return state_->refusal;
}

SteadyClock::time_point TokenSource::due() const {
  return state_->due;
}

}  // namespace promptctl
