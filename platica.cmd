@echo off
rem Platica. The first call prepares what it needs inside this folder; every call then runs the program.
setlocal
set "here=%~dp0"
set "python=%here%.venv\Scripts\python.exe"
set PYTHONUTF8=1

if exist "%python%" (
  fc /b "%here%requirements\run.txt" "%here%.venv\installed-run.txt" >nul 2>nul && goto run
)
where py >nul 2>nul && (set "found=py -3") || (set "found=python")
%found% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if errorlevel 1 (
  echo Platica needs Python 3.11 or newer. Install it from the Microsoft Store or python.org, no administrator needed. 1>&2
  echo Platica necesita Python 3.11 o mas nuevo. Se instala desde la Microsoft Store o python.org, sin administrador. 1>&2
  exit /b 1
)
%found% "%here%scripts\prepare.py" run
if errorlevel 1 exit /b 1

:run
if "%~1"=="kit" (
  for /f "tokens=1,*" %%a in ("%*") do "%python%" "%here%scripts\kit.py" %%b
  exit /b
)
"%python%" -P -m platica %*
exit /b
