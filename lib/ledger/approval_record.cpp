#include "ledger/approval_record.hpp"

#include "ledger/ledger_fields.hpp"

namespace promptctl {

Value approval_request_value(const ApprovalRequest& request) {
  Value map = map_value();
  set_stamp(map, request.stamp);
  map.set("environment", text_value(request.environment));
  set_list(map, "moves", list_of(request.moves, move_value));
  set_text(map, "policy", request.policy);
  set_list(map, "evidence", list_of(request.evidence, link_value));
  set_list(map, "objections", texts_value(request.objections));
  set_list(map, "answers", list_of(request.answers, [](const EventStamp& answer) {
             Value stamp = map_value();
             set_stamp(stamp, answer);
             return stamp;
           }));
  return map;
}

std::string approval_request_text(const ApprovalRequest& request) {
  return indented_json(approval_request_value(request));
}

std::optional<ApprovalRequest> read_approval_request(const SourcePointer& source, Diagnostics& diagnostics) {
  return read_file(source, diagnostics, [](FieldReader& fields) {
    ApprovalRequest request;
    request.stamp = read_stamp(fields);
    request.environment = fields.required_text("environment");
    request.moves = read_items(fields, "moves", read_move);
    request.policy = fields.optional_text("policy").value_or("");
    request.evidence = read_items(fields, "evidence", read_link);
    request.objections = fields.optional_texts("objections");
    request.answers = read_items(fields, "answers", read_stamp);
    return request;
  });
}

}  // namespace promptctl
