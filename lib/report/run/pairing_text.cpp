#include "report/run/pairing_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "document/figure_value.hpp"
#include "report/run/judging_text.hpp"
#include "report/text/layout.hpp"

namespace promptctl {
namespace {

std::string row(std::string_view label, const std::string& text, std::size_t width) {
  constexpr std::size_t label_width = 15;
  return fmt::format("  {:<{}}", label, label_width) +
         wrapped(text, width - label_width - 2, std::string(label_width + 2, ' ')) + "\n";
}

std::string share_text(const std::optional<Interval>& share) {
  return share ? fmt::format("{:.1f}%, 95% interval {:.1f}% to {:.1f}%", share->value * 100, share->low * 100,
                             share->high * 100)
               : "none: no pair was judged";
}

std::string run_text(const RunHeader& header) {
  return fmt::format("{} on {} (run {})", printable(header.prompt_address), join(header.targets, ", "), header.id);
}

// Which side the interval is on.
std::string conclusion(const WinRate& rate) {
  if (!rate.rate || !rate.flips) {
    return "NO VERDICT: no pair was judged in both orders";
  }
  return rate.rate->low > 0.5    ? "BETTER: the later replies are preferred"
         : rate.rate->high < 0.5 ? "WORSE: the earlier replies are preferred"
                                 : "CAN'T TELL: the interval holds 50%";
}

}  // namespace

std::string pairing_text(const PairedRuns& paired, std::size_t width) {
  const WinRate& rate = paired.rate;
  std::string text = conclusion(rate) + "\n\n";
  text += row("before", run_text(paired.before), width) + row("after", run_text(paired.after), width);
  text += row("win rate", share_text(rate.rate) + " (a tie is half a win)", width);
  text += row("pairs",
              fmt::format("{}: {} won, {} lost, {}{}{}", grouped(rate.pairs + rate.undecided), grouped(rate.wins),
                          grouped(rate.losses), counted(rate.ties, "tie"),
                          rate.undecided > 0 ? fmt::format(", {} undecided", grouped(rate.undecided)) : "",
                          paired.unpaired > 0
                              ? fmt::format("; {} without a reply in both runs", counted(paired.unpaired, "case"))
                              : ""),
              width);
  if (rate.flips) {
    text += row("flips", share_text(rate.flips) + ": the order decided, which makes a tie", width);
  }
  if (rate.position_bias) {
    text += row("position bias", share_text(rate.position_bias) + " of its preferences are the reply that stands first",
                width);
  }
  text += row("mean length",
              fmt::format("{:.0f} before, {:.0f} after, in characters: judges tend to prefer what is longer",
                          paired.mean_length_before, paired.mean_length_after),
              width);
  text += row("judge", judges_text(paired.judging), width) + row("judging", judging_effort_text(paired.judging), width);
  const auto cost = paired.judging.cost();
  return text + row("cost", cost ? money_text(*cost) : "unknown: no price or no usage for a judge", width);
}

Value pairing_value(const PairedRuns& paired) {
  const WinRate& rate = paired.rate;
  return map_value()
      .set("format", text_value("promptctl-pairs 1"))
      .set("before", text_value(paired.before.id))
      .set("after", text_value(paired.after.id))
      .set("judge", text_value(paired.judge))
      .set("pairs", count_value(rate.pairs))
      .set("wins", count_value(rate.wins))
      .set("losses", count_value(rate.losses))
      .set("ties", count_value(rate.ties))
      .set("undecided", count_value(rate.undecided))
      .set("unpaired", count_value(paired.unpaired))
      .set("win_rate", interval_value(rate.rate, "value"))
      .set("flips", interval_value(rate.flips, "value"))
      .set("position_bias", interval_value(rate.position_bias, "value"))
      .set("mean_length", map_value()
                              .set("before", figure_value(paired.mean_length_before))
                              .set("after", figure_value(paired.mean_length_after)))
      .set("calls", count_value(paired.judging.calls))
      .set("cached", count_value(paired.judging.replayed))
      .set("cost_usd", cost_value(paired.judging.cost()));
}

}  // namespace promptctl
