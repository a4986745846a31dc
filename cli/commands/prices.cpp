// `promptctl prices`: what models cost, and what calls did.

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <ostream>

#include "base/text.hpp"
#include "base/utc.hpp"
#include "cli/commands.hpp"
#include "cli/output/call_costs.hpp"
#include "cli/output/price_listing.hpp"
#include "cli/output/result_output.hpp"
#include "cli/workspace/workspace.hpp"

namespace promptctl::cli {
namespace {

using TimePoint = std::chrono::system_clock::time_point;

struct ShowOptions {
  std::vector<std::string> models;
  std::string at;
  ResultOptions result;
};

struct CostOptions {
  std::string model;
  std::string file;
  std::string at;
  bool batch = false;
  ResultOptions result;
};

// A day or a moment in UTC; now, where nothing is written.
TimePoint read_time(const std::string& text, const Session& session) {
  if (text.empty()) {
    return session.clock.now();
  }
  const auto time = parse_utc(text.find('T') == std::string::npos ? text + "T00:00:00Z" : text);
  if (!time) {
    throw Failure("bad-date", fmt::format("`--at {}` is no day", text), "write 2026-01-31 or 2026-01-31T16:30:00Z");
  }
  return *time;
}

Project require_project(const Workspace& workspace) {
  Diagnostics warnings;
  return workspace.registry.require_project(warnings);
}

Failure unknown_price(const std::string& model, const PriceBook& prices, const Project& project) {
  const std::vector<std::string> names = prices.names(project);
  std::vector<std::string_view> candidates(names.begin(), names.end());
  if (model.find('/') == std::string::npos) {  // Then the providers' names would only blur what is near.
    for (std::string_view& name : candidates) {
      name.remove_prefix(name.find('/') + 1);
    }
  }
  const std::string hint = did_you_mean(model, candidates);
  return {"unknown-price", fmt::format("no price is known for `{}`", model),
          hint.empty() ? "write it under `prices:` in promptctl.yaml, or get a newer table: promptctl prices import"
                       : hint};
}

// Of a target, its entry; of a bare name, the entries of all who sell the model.
std::vector<PriceListing> listings(const std::string& model, const PriceBook& prices, const Project& project) {
  const auto target = find_target(model);
  if (auto entry = target ? prices.entry(*target, project) : std::nullopt) {
    return {{model, std::move(*entry)}};
  }
  if (target && prices.has_provider(target->provider, project)) {
    throw unknown_price(model, prices, project);
  }
  std::vector<PriceListing> all;
  for (ListedPrice& entry : prices.entries(model, project)) {
    all.push_back({model, std::move(entry)});
  }
  if (all.empty()) {
    throw unknown_price(model, prices, project);
  }
  return all;
}

bool has_price(const PriceListing& listing) {
  const PriceHistory& history = listing.listed.model.history;
  return std::any_of(history.begin(), history.end(), [](const DatedPrice& one) { return one.price.has_token_rates(); });
}

// Of a bare name, the one entry that has a price.
PriceListing only_listing(const std::string& model, const PriceBook& prices, const Project& project) {
  std::vector<PriceListing> all = listings(model, prices, project);
  std::erase_if(all, [](const PriceListing& listing) { return !has_price(listing); });
  if (all.empty()) {
    throw unknown_price(model, prices, project);
  }
  if (all.size() > 1) {
    throw Failure("usage", fmt::format("`{}` is sold by {}", model, counted(all.size(), "provider")),
                  fmt::format("name one: {}/{}", all.front().listed.model.provider, model));
  }
  return std::move(all.front());
}

Value listings_value(const std::vector<PriceListing>& all, TimePoint at) {
  Value models = list_value({});
  for (const PriceListing& one : all) {
    models.items.push_back(listing_value(one, at));
  }
  return map_value()
      .set("format", text_value("promptctl-price-list 1"))
      .set("at", text_value(utc_text(at)))
      .set("models", std::move(models));
}

ExitCode show(const ShowOptions& options, Session& session) {
  check_result_options(options.result, session);
  const TimePoint at = read_time(options.at, session);
  const Workspace workspace(session);
  const Project project = require_project(workspace);
  std::vector<PriceListing> all;
  for (const std::string& model : options.models) {
    for (PriceListing& one : listings(model, workspace.prices, project)) {
      all.push_back(std::move(one));
    }
  }
  const auto text = [&](const ReportStyle& style) {
    std::string shown;
    for (const PriceListing& one : all) {
      shown += (shown.empty() ? "" : "\n") + listing_text(one, at, style);
    }
    return shown;
  };
  write_result({text, [&] { return listings_value(all, at); }}, options.result, session);
  return ExitCode::accepted;
}

ExitCode cost(const CostOptions& options, Session& session) {
  check_result_options(options.result, session);
  const TimePoint at = read_time(options.at, session);
  const Workspace workspace(session);
  const Project project = require_project(workspace);
  const PriceListing listing = only_listing(options.model, workspace.prices, project);
  const DatedPrice* dated = price_at(listing.listed.model.history, at);
  if (dated == nullptr || !dated->price.has_token_rates()) {
    throw unknown_price(options.model, workspace.prices, project);
  }
  const auto bodies = read_source(session.directory, options.file);
  if (!bodies) {
    throw Failure("missing-file", whole_file(options.file), "there is no such file");
  }
  Diagnostics faults;
  const CallCosts costs = cost_calls(listing, *dated, options.batch, bodies, faults);
  print(faults, session.err);
  if (faults.has_errors()) {
    return ExitCode::rejected;
  }
  write_result({[&](const ReportStyle& style) { return costs_text(costs, style); }, [&] { return costs_value(costs); }},
               options.result, session);
  return costs.unknown() > 0 ? ExitCode::could_not_tell : ExitCode::accepted;
}

// The list of providers, as others publish it, gets a head that says whence and when it came.
std::string table_text(const SourcePointer& source, const Session& session) {
  const std::string_view text = trim(source->text());
  if (!text.starts_with('[')) {
    return std::string(source->text());
  }
  constexpr std::size_t day_digits = 10;
  Value head = map_value();
  head.set("format", text_value("promptctl-prices 1"))
      .set("date", text_value(utc_text(session.clock.now()).substr(0, day_digits)))
      .set("source", text_value(std::filesystem::path(source->path()).filename().string()));
  std::string whole = compact_json(head);
  whole.pop_back();
  return fmt::format("{},\"providers\":{}}}\n", whole, text);
}

std::string table_name(const std::string& layer, const PriceTable& table) {
  constexpr std::size_t shown_digits = 12;
  return fmt::format("the {} table of {}{}, sha256 {}", layer, table.date(),
                     table.source().empty() ? "" : fmt::format(" ({})", table.source()),
                     table.digest().substr(0, shown_digits));
}

// What a new table of the user's takes the place of.
std::string replaced_text(const SourcePointer& earlier) {
  if (!earlier) {
    return table_name("built-in", PriceTable::built_in());
  }
  Diagnostics ignored;  // What is replaced need not be a table.
  const auto table = PriceTable::read(earlier, ignored);
  return table ? table_name("user", *table) : "a file that was no table";
}

ExitCode import_table(const std::string& file, Session& session) {
  const std::string path = user_prices_path(session);
  if (path.empty()) {
    throw Failure("usage", "neither XDG_CONFIG_HOME nor HOME says where your table belongs");
  }
  const auto source = read_source(session.directory, file);
  if (!source) {
    throw Failure("missing-file", whole_file(file), "there is no such file");
  }
  Diagnostics faults;
  const auto checked = PriceTable::read(source, faults);
  print(faults, session.err);
  if (!checked) {
    return ExitCode::rejected;
  }
  const std::string replaced = replaced_text(read_source(session.directory, path));
  const std::string text = table_text(source, session);
  const PriceTable table = require_price_table(std::make_shared<const Source>(path, text));
  write_file_atomically(place_to_write(session, path), text, path);
  session.out << fmt::format("{} in {}\n  now {}\n  before {}\n", counted(table.names().size(), "model"), path,
                             table_name("user", table), replaced);
  return ExitCode::accepted;
}

Action declare_show(Options& options) {
  const auto target = std::make_shared<ShowOptions>();
  options.arguments("models", target->models, "provider/model, or a model's name alone for all who sell it");
  options.text("--at", "DAY", target->at, "What held then, in UTC: 2026-01-31 or 2026-01-31T16:30:00Z (now)");
  declare_result_options(options, target->result);
  options.example("promptctl prices show openai/gpt-4o-mini");
  return [target](Session& session) {
    if (target->models.empty()) {
      throw Failure("usage", "the argument MODELS is missing", "see promptctl prices show --help");
    }
    return show(*target, session);
  };
}

Action declare_import(Options& options) {
  const auto file = std::make_shared<std::string>();
  options.argument("file", *file, "A table of promptctl's format, or data.json of genai-prices");
  options.example("promptctl prices import data.json");
  return [file](Session& session) { return import_table(*file, session); };
}

Action declare_cost(Options& options) {
  const auto target = std::make_shared<CostOptions>();
  options.argument("model", target->model, "provider/model");
  options.argument("file", target->file, "Replies, or what they say of usage: one JSON document, or one a line");
  options.text("--at", "DAY", target->at, "At the prices of then, in UTC: 2026-01-31 or 2026-01-31T16:30:00Z (now)");
  options.flag("--batch", target->batch, "As if the calls had been made in a batch");
  declare_result_options(options, target->result);
  options.example("promptctl prices cost openai/gpt-4o-mini replies.jsonl");
  return [target](Session& session) { return cost(*target, session); };
}

Action declare(Options& options) {
  options.command("show", "All rates, tiers and dates of models", declare_show);
  options.command("cost", "What calls cost, by the usage that providers report", declare_cost);
  options.command("import", "Make a price table your own, in place of the built-in one", declare_import);
  options.example("promptctl prices show gemini-2.5-pro");
  return {};
}

}  // namespace

const Command prices_command{"prices", "Show what models cost, and what calls did", declare};

}  // namespace promptctl::cli
