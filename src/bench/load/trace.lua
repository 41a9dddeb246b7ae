-- The load: each request asks about another person under an X-Request-ID of its own, and every answer is looked at.
-- arguments after --: file of numbers (lines of the same length), first line to use, file of the body, file of the token,
-- what a good answer contains, a word that makes the ids of this run its own, file for the result

answered, wrong = 0, 0
first_wrong = ""
local threads = {}

function setup(thread)
  thread:set("number_of_thread", #threads)
  table.insert(threads, thread)
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("*a")
  file:close()
  return text
end

function init(args)
  local file = assert(io.open(args[1], "rb"))
  local line = #file:read("*l") + 1
  people = file:seek("end") / line
  numbers = file
  width = line
  next_person = (tonumber(args[2]) + number_of_thread * 100003) % people
  body_before, body_after = read(args[3]):match("^(.-)NUMBER(.*)$")
  expected = args[5]
  run = args[6]
  result = args[7]
  sent = 0
  headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. read(args[4]) }
  file:seek("set", next_person * width)
end

function request()
  if next_person >= people then
    next_person = 0
    numbers:seek("set", 0)
  end
  local number = numbers:read(width):sub(1, width - 1)
  next_person = next_person + 1
  sent = sent + 1
  -- Version 4 by form: the run, the thread and a count make it unique.
  headers["X-Request-ID"] = string.format("%s-%04x-4000-8000-%012x", run, number_of_thread, sent)
  return wrk.format("POST", nil, headers, body_before .. number .. body_after)
end

function response(status, _, body)
  if status == 200 and body:find(expected, 1, true) then
    answered = answered + 1
    return
  end
  wrong = wrong + 1
  if first_wrong == "" then
    first_wrong = status .. " " .. body:sub(1, 300)
  end
end

function done(summary, latency)
  local good, bad, example, used = 0, 0, "", 0
  for _, thread in ipairs(threads) do
    good = good + thread:get("answered")
    bad = bad + thread:get("wrong")
    used = used + thread:get("sent")
    if example == "" then
      example = thread:get("first_wrong")
    end
  end
  local errors = summary.errors
  local file = assert(io.open(threads[1]:get("result"), "wb"))
  file:write(string.format(
    '{"seconds":%.6f,"requests":%d,"traced":%d,"wrong":%d,"sent":%d,"failed":%d,"timeouts":%d,'
      .. '"p50":%.3f,"p90":%.3f,"p99":%.3f,"max":%.3f,"mean":%.3f,"example":%q}',
    summary.duration / 1e6, summary.requests, good, bad, used,
    errors.connect + errors.read + errors.write, errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(90) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, latency.mean / 1e3, example:gsub("[%c\\\"]", " ")))
  file:close()
end
