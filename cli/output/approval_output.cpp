#include "cli/output/approval_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/workspace/people.hpp"
#include "ledger/approval_record.hpp"

namespace promptctl::cli {
namespace {

std::string names_text(const std::vector<std::string>& actors) {
  return actors.empty() ? "nobody yet" : people_names(actors);
}

TimePoint expiry_of(const Pending& pending) {
  return pending.request.stamp.at + pending.policy.expires;
}

}  // namespace

std::string missing_text(const RequestStanding& standing) {
  return fmt::format("{} more approval{}", standing.missing, standing.missing == 1 ? "" : "s");
}

std::string proposed_lines(const ApprovalRequest& request, std::string_view indent) {
  std::string text;
  for (const Move& move : request.moves) {
    text += fmt::format("{}{} → {} ({})\n", indent, version_text(move.to), request.environment, before_text(move));
  }
  for (const std::string& objection : request.objections) {
    text += fmt::format("{}  overriding {}\n", indent, shown_text(objection, "        "));
  }
  return text;
}

std::string pending_lines(const Pending& pending) {
  std::string text = proposed_lines(pending.request, "  ");
  text += fmt::format("  approved by {}, {} of {}\n", names_text(pending.standing.approved),
                      pending.standing.approved.size(), pending.policy.need);
  for (const std::string& one : pending.standing.discounted) {
    text += fmt::format("    not counted: {}\n", shown_text(one, "      "));
  }
  text += fmt::format("  may approve: {}\n", approvers_text(pending.policy));
  if (!pending.standing.can_be_met) {
    text += fmt::format("  it can't be approved: fewer than {} of them neither asked for it nor wrote it\n",
                        pending.policy.need);
  }
  return text + fmt::format("  until {}\n", utc_text(expiry_of(pending)));
}

std::string pending_steps(const Pending& pending) {
  std::string text;
  for (const Move& move : pending.request.moves) {
    text +=
        move.from ? fmt::format("  promptctl diff {}@{} {}\n", move.to.prompt, *move.from, version_text(move.to)) : "";
  }
  return text + fmt::format("  promptctl approve {}\n", pending.request.stamp.seq);
}

std::string standing_text(const Pending& pending) {
  return fmt::format("request {} {}", pending.request.stamp.seq, shown_text(pending.standing.why, "      "));
}

std::string repeat_command(const ApprovalRequest& request) {
  std::string text = "promptctl promote";
  for (const Move& move : request.moves) {
    text += " " + version_text(move.to);
  }
  return text +
         fmt::format(" --to {}{}", request.environment, request.objections.empty() ? "" : " --override --reason TEXT");
}

Value pending_values(const std::vector<Pending>& all) {
  Value list = list_value({});
  std::transform(all.begin(), all.end(), std::back_inserter(list.items), pending_value);
  return list;
}

Value pending_value(const Pending& pending) {
  return approval_request_value(pending.request)
      .set("state", text_value(request_state_name(pending.standing.state)))
      .set("why", text_value(pending.standing.why))
      .set("approved", texts_value(pending.standing.approved))
      .set("discounted", texts_value(pending.standing.discounted))
      .set("missing", integer_value(pending.standing.missing))
      .set("expires", text_value(utc_text(expiry_of(pending))));
}

}  // namespace promptctl::cli
